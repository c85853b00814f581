import type { DeploymentFacts, DeploymentFile, Restart } from '../../parse/deployment/deployment-facts.ts'
import type { Mask } from '../mask.ts'
import { isForDevelopers } from './started.ts'

/** What restarts a process because time has passed, or because it has grown. A restart after a failure hides nothing. */
export function judgeRestarts({ files }: DeploymentFacts): readonly Mask[] {
  return files.flatMap(file => [
    ...file.restarts.map(restart => maskOf(file, restart, restart.name ?? '')),
    ...file.launches.filter(({ name }) => !isForDevelopers(name)).flatMap(({ name, commands }) => commands.flatMap(({ restarts }) => restarts.map(restart => maskOf(file, restart, name)))),
  ])
}

function maskOf(file: DeploymentFile, { start, end, by, text }: Restart, name: string): Mask {
  return { start, end, file, name, subject: text, kind: by === 'clock' ? 'restart-by-clock' : 'restart-by-memory', confidence: 'likely', missing: [] }
}
