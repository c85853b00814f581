import type { Program } from '../link/program.ts'
import { isModuleBinding } from '../link/places.ts'
import { refTo, valueAt, type ValueRef } from '../link/refs.ts'
import type { Hold } from './hold.ts'

/**
 * Whether the code runs only where something was switched on that has nothing to do with the event: `if (options.trace)`,
 * `if (process.env.PROFILE)`, `if (this.debug)`. That it is on in production is a guess.
 */
export function isBehindSwitch(program: Program, { fn, guards }: Pick<Hold, 'fn' | 'guards'>): boolean {
  return guards.some(({ test }) => {
    const asked = leavesOf(refTo(fn.file, test))
    return asked.length > 0 && asked.every(leaf => isLasting(program, leaf))
  })
}

/** The variables and members that a test reads. */
function leavesOf(ref: ValueRef): readonly ValueRef[] {
  const value = valueAt(ref), at = (id: number): ValueRef => refTo(ref.file, id)
  switch (value.kind) {
    case 'literal': return []
    case 'computed': return value.parts.flatMap(id => leavesOf(at(id)))
    case 'choice': return value.options.flatMap(id => leavesOf(at(id)))
    default: return [ref]
  }
}

/** What was there before the event: a global, a constant of the module, a field. */
function isLasting(program: Program, ref: ValueRef): boolean {
  const { root } = program.places.of(ref)
  return root.kind === 'binding' ? isModuleBinding(root.binding) : root.kind !== 'unknown' && root.kind !== 'result'
}
