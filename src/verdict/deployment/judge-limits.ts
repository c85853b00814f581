import type { DeploymentFacts, DeploymentFile, Launch } from '../../parse/deployment/deployment-facts.ts'
import type { Mask } from '../mask.ts'
import { packagesOf, type Packages } from './packages.ts'
import { isForDevelopers, NO_SCRIPTS, runScriptOf, startedBy, startsUnknown } from './started.ts'

/** Containers that evidently run node and may take all memory of the machine. */
export function judgeLimits(deployment: DeploymentFacts): readonly Mask[] {
  const packages = packagesOf(deployment)
  const all = deployment.files.flatMap(file => file.launches.map(launch => ({ file, launch })))
  // an overlay, or another manifest of the same workload, may set it
  const limited = new Set(all.flatMap(({ launch: { container } }) => container === undefined || container.limit.kind === 'none' ? [] : [container.key]))
  const hasDefault = deployment.files.some(file => file.hasDefaultLimit === true)
  return all.flatMap(({ file, launch }): readonly Mask[] => {
    const { container, name } = launch
    if (container === undefined || limited.has(container.key) || isForDevelopers(name) || !runsNode(packages, file, launch)) return []
    if (hasDefault && file.format === 'kubernetes') return []
    return [{ start: launch.start, end: launch.end, file, name, subject: name, kind: 'limit-missing', confidence: 'likely', missing: [] }]
  })
}

const PROGRAMS: ReadonlySet<string> = new Set(['node', 'npm', 'yarn', 'pnpm', 'pm2', 'pm2-runtime'])
/** The official image, from whichever registry. */
const NODE_IMAGE = /^(?:[\w.-]+(?::\d+)?\/)*node(?:[:@]|$)/

function runsNode(packages: Packages, file: DeploymentFile, launch: Launch): boolean {
  const { commands, container, options } = launch
  if (commands.some(command => isForDevelopers(runScriptOf(command)?.script ?? ''))) return false
  if (options.length > 0 && startsUnknown(packages, file, launch)) return true
  // compose files start tools and watchers as well, and those serve nobody
  if (file.format === 'compose' && commands.length > 0) return runsScript(commands) || startedBy(packages, file, launch).length > 0
  return NODE_IMAGE.test(container?.image ?? '') || options.length > 0 || commands.some(({ program }) => PROGRAMS.has(program))
}

function runsScript(commands: Launch['commands']): boolean {
  return commands.map(runScriptOf).some(run => run !== undefined && !NO_SCRIPTS.has(run.script))
}
