import { addToEslint } from './eslint-config.ts'
import { addHook } from './hooks/hook.ts'
import { addToOxlint } from './oxlint-config.ts'
import { addScript } from './package-script.ts'
import type { InitProject } from './project.ts'
import { PACKAGE, type Outcome, type Step } from './step.ts'

/** One file as it is, undefined where it is not there, and as it should be. */
export interface Change {
  readonly file: string
  readonly before: string | undefined
  readonly after: string
  readonly isExecutable: boolean
}

export interface Plan {
  readonly changes: readonly Change[]
  readonly present: readonly Extract<Outcome, { kind: 'present' }>[]
  readonly byHand: readonly Extract<Outcome, { kind: 'by-hand' }>[]
  readonly leftOut: readonly Extract<Outcome, { kind: 'left-out' }>[]
  /** What a person does afterwards. */
  readonly next: readonly string[]
}

const STEPS: readonly Step[] = [addToEslint, addToOxlint, addScript, addHook]

/** What the set-up would write. Each step sees the files as the ones before it leave them. */
export async function planInit(project: InitProject): Promise<Plan> {
  const texts = new Map<string, string>(), outcomes: Outcome[] = []
  for (const step of STEPS) {
    const outcome = await step({ ...project, read: file => texts.get(file) ?? project.read(file) })
    if (outcome.kind === 'write') texts.set(outcome.file, outcome.text)
    outcomes.push(outcome)
  }
  const of = <K extends Outcome['kind']>(kind: K) => outcomes.filter((outcome): outcome is Extract<Outcome, { kind: K }> => outcome.kind === kind)
  const writes = of('write')
  return {
    changes: [...texts].map(([file, after]) => ({ file, before: project.read(file), after, isExecutable: writes.some(write => write.file === file && write.isExecutable === true) })),
    present: of('present'),
    byHand: of('by-hand'),
    leftOut: of('left-out'),
    next: [
      ...(project.dependencies.has(PACKAGE) ? [] : [`${project.installer} ${PACKAGE}, which is not among the dependencies yet.`]),
      ...writes.flatMap(({ next }) => next === undefined ? [] : [next]),
    ],
  }
}
