import process from 'node:process'

/** Active handles and requests by type, as Node.js names them: what keeps the process alive, timers left out. */
export function activeHandles(): Readonly<Record<string, number>> {
  const byType: Record<string, number> = {}
  for (const type of process.getActiveResourcesInfo()) if (!isTimer(type)) byType[type] = (byType[type] ?? 0) + 1
  return byType
}

export function activeTimers(): number {
  return process.getActiveResourcesInfo().filter(isTimer).length
}

function isTimer(resource: string): boolean {
  return resource === 'Timeout' || resource === 'Immediate'
}
