import type { FixOutcome } from '../accuracy/fix-outcome.ts'

/** What a tool is asked for: the leak found, and silence once it is fixed. */
const QUALITIES = ['found', 'silent'] as const

/** The leak fixes whose outcome is another: one line each, gains first. */
export function compareOutcomes(old: readonly FixOutcome[], now: readonly FixOutcome[]): string[] {
  const oldById = new Map(old.map(outcome => [outcome.id, outcome]))
  const lines = now.flatMap(outcome => {
    const was = oldById.get(outcome.id)
    if (was === undefined) return []
    return QUALITIES.filter(quality => was[quality] !== outcome[quality]).map(quality => `${outcome[quality] ? '+' : '-'} ${quality}: ${outcome.id} (${outcome.category}, ${outcome.detectable})`)
  })
  return lines.sort((a, b) => Number(a.startsWith('-')) - Number(b.startsWith('-')))
}
