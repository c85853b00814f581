import { keyOfPlace, type Place } from '../link/places.ts'
import { isInside, refTo } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { placeOfTarget } from './releases.ts'

/**
 * `if (!this.timer) this.timer = setInterval(…)`, `if (!started) { bus.on(…); started = true }`: a test of something that lasts and
 * that the code under the test sets, itself or in a function it calls. It runs once until the flag is reset.
 */
export function isOnceGuarded(context: Context, hold: Pick<Hold, 'fn' | 'guards'>): boolean {
  const { file } = hold.fn
  const flags = hold.guards.flatMap(guard => emptyUnder(context, file, guard.test, !guard.negated)).filter(place => isLasting(place, hold))
  if (flags.length === 0) return false
  const keys = new Set(flags.map(keyOfPlace))
  const bodies = [hold.fn, ...context.program.graph.callsIn(hold.fn).flatMap(call => context.program.graph.calleesOf(refTo(file, call.id)))]
  return bodies.some(fn => context.program.graph.writesIn(fn).some(write => write.operator !== 'delete' && write.operator !== 'arithmetic' && keys.has(keyOfPlace(placeOfTarget(context.program, refTo(fn.file, write.target))))))
}

/** The variables and fields that are empty when the test has this outcome. */
export function emptyUnder(context: Context, file: Hold['fn']['file'], id: number, outcome: boolean): Place[] {
  const value = file.values[id]!
  switch (value.kind) {
    case 'binding':
    case 'member': return outcome ? [] : [placeOfTarget(context.program, refTo(file, id))]
    case 'computed': {
      if (value.operator === '!') return emptyUnder(context, file, value.parts[0]!, !outcome)
      // `x === undefined`; a comparison with a state says nothing of a first time
      const isEqual = value.operator === '===' || value.operator === '=='
      return isEqual === outcome && value.parts.some(p => isNothing(file, p)) ? value.parts.flatMap(p => emptyUnder(context, file, p, false)) : []
    }
    case 'choice': return (value.operator === '&&') === outcome ? value.options.flatMap(o => emptyUnder(context, file, o, outcome)) : []
    case 'assigned': return emptyUnder(context, file, value.value, outcome)
    default: return []
  }
}

const isNothing = (file: Hold['fn']['file'], id: number): boolean => {
  const value = file.values[id]!
  return value.kind === 'literal' && value.value === null
}

/** A field, or a variable of a function around: a local of the function itself is fresh each time. */
function isLasting({ root, path }: Place, hold: Pick<Hold, 'fn'>): boolean {
  if (root.kind === 'instance' || root.kind === 'static') return path.length > 0
  if (root.kind !== 'binding') return root.kind === 'module' || root.kind === 'global'
  if (root.binding.id < 0) return path.length > 0
  const { fn, kind } = root.binding.file.bindings[root.binding.id]!
  return fn !== hold.fn.id && kind !== 'param' && (root.binding.file !== hold.fn.file || isInside(hold.fn, refTo(hold.fn.file, fn)))
}
