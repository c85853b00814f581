import type { DeploymentFacts } from '../../parse/deployment/deployment-facts.ts'
import type { Mask } from '../mask.ts'
import { isForDevelopers } from './started.ts'

/** What restarts a process because time has passed, or because it has grown. A restart after a failure hides nothing. */
export function judgeRestarts({ files }: DeploymentFacts): readonly Mask[] {
  return files.flatMap(file => file.restarts.map((restart): Mask => {
    // of scripts and services the restart is part of the command
    const name = file.launches.find(({ start, end }) => start <= restart.start && restart.end <= end)?.name ?? ''
    return { ...restart, file, name, subject: restart.text, kind: restart.by === 'clock' ? 'restart-by-clock' : 'restart-by-memory', confidence: 'likely', missing: [] }
  })).filter(({ file, name }) => file.format !== 'package.json' || !isForDevelopers(name))
}
