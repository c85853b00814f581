import type { LifetimeOf } from '../link/lifetimes.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import { argumentOf, callAt, functionAt, isInside, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Confidence } from './finding.ts'
import type { Hold } from './hold.ts'
import { isOnceGuarded } from './once-guard.ts'
import { placeOfTarget } from './releases.ts'
import { isBehindSwitch } from './runtime-switch.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'
import { isServing } from './while-serving.ts'

/**
 * `const old = bus.emit; bus.emit = (...args) => { …; old(...args) }` for each event: each function keeps the one before, with all that it
 * captures (measured: 1.2 KB for a function that captures 1 KB), and each call of it runs them all. Silent where the code puts the old one back.
 */
export function judgeWrapper(context: Context, write: ValueRef): Verdict | undefined {
  const { program } = context, { file } = write, { operator, target, value, fn: id, at, end, guards } = file.writes[write.id]!
  const to = file.values[target]!
  if (operator !== '=' || value === undefined || to.kind !== 'member' && to.kind !== 'index') return undefined
  const fn = refTo(file, id), owner = refTo(file, to.object), place = program.places.of(owner)
  if (functionAt(fn).kind === 'module' || place.root.kind === 'unknown' || place.root.kind === 'result' || !wraps(context, fn, refTo(file, value), placeOfTarget(program, refTo(file, target)))) return undefined
  const hold: Hold = { resource: 'collection', fn, start: at, end, node: { kind: 'write', ref: write.id }, holder: owner, place, guards, isCache: false, isDuckTyped: false, isOnce: false }
  const life = program.lifetimes.ofPlace(place)
  return judgeWrapping(context, hold, life, refTo(file, target))
}

function judgeWrapping(context: Context, hold: Hold, life: LifetimeOf, target: ValueRef): Verdict {
  const { program } = context
  if (life.lifetime !== 'process' && life.lifetime !== 'connection' && life.lifetime !== 'instance') return life.lifetime === 'unknown' ? unknown('how long the object lives') : safe('the object dies with the event')
  if (isPutBack(context, target)) return safe('the old function is put back')
  if (isOnceGuarded(context, hold) || isMarked(context, hold)) return safe('guarded by a mark')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  const confidence: Confidence = isServing(frequency.event) && !isBehindSwitch(program, hold) ? weakest(frequency.confidence, 'likely') : 'possible'
  return leak({ hold, kind: 'wrapper-grows', confidence, coverage: 'never', holder: textOf(program, hold.holder!), lifetime: life.lifetime, event: frequency.event, subject: textOf(program, target), place: hold.place })
}

/** Whether the new function keeps the old one: `() => { old() }`, `wrap(obj.f)`, `obj.f.bind(obj)` with something more. */
function wraps(context: Context, fn: FunctionRef, given: ValueRef, target: Place): boolean {
  const { program } = context, at = stripped(given), value = valueAt(at), key = keyOfPlace(target)
  const isOld = (ref: ValueRef): boolean => readsOld(context, ref, key)
  if (value.kind === 'call' && !callAt(refTo(at.file, value.call)).isNew) return wrapsByCall(context, refTo(at.file, value.call), isOld)
  const made = value.kind === 'function' ? refTo(at.file, value.fn) : value.kind === 'binding' ? program.types.functionOf(at) : undefined
  // a function that is made anew here, and that mentions a variable of here which has the old one
  if (made === undefined || made.file !== fn.file || made.id === fn.id || !isInside(made, fn)) return false
  return functionAt(made).mentions.some(id => holdsOld(refTo(made.file, id), fn, isOld))
}

/** A variable of the function that wraps, given the old function. */
function holdsOld({ file, id }: ValueRef, fn: FunctionRef, isOld: (ref: ValueRef) => boolean): boolean {
  const { fn: owner, values, kind } = file.bindings[id]!
  return kind !== 'param' && owner !== 0 && isInside(fn, refTo(file, owner)) && owner === fn.id && values.some(given => isOld(refTo(file, given)))
}

/** `wrap(obj.f)`, where `wrap` returns a function that mentions what it is given. */
function wrapsByCall({ program }: Context, call: ValueRef, isOld: (ref: ValueRef) => boolean): boolean {
  return program.graph.calleesOf(call).some(callee => functionAt(callee).params.some((param, index) => {
    const given = argumentOf(call, index), [binding] = param.bindings
    if (given === undefined || binding === undefined || param.bindings.length > 1 || !isOld(given)) return false
    return functionAt(callee).returns.some(id => {
      const made = program.types.functionOf(refTo(callee.file, id))
      return made !== undefined && made.file === callee.file && functionAt(made).mentions.includes(binding)
    })
  }))
}

/** `obj.f`, `obj.f.bind(obj)`, or a variable that is given one of them. */
function readsOld({ program }: Pick<Context, 'program'>, ref: ValueRef, key: string, depth = 0): boolean {
  const at = stripped(ref), value = valueAt(at)
  if (depth > 3) return false
  if (value.kind === 'call') {
    const callee = valueAt(refTo(at.file, callAt(refTo(at.file, value.call)).callee))
    return callee.kind === 'member' && callee.property === 'bind' && readsOld({ program }, refTo(at.file, callee.object), key, depth + 1)
  }
  if (value.kind === 'choice') return value.options.some(id => readsOld({ program }, refTo(at.file, id), key, depth + 1))
  if (value.kind === 'binding') {
    const { values, kind } = at.file.bindings[value.binding]!
    return kind !== 'param' && values.length === 1 && readsOld({ program }, refTo(at.file, values[0]!), key, depth + 1)
  }
  return (value.kind === 'member' || value.kind === 'index') && keyOfPlace(placeOfTarget(program, at)) === key
}

/** Something in the file gives the property another value than a function around the old one: the chain ends there. */
function isPutBack(context: Context, target: ValueRef): boolean {
  const { program } = context, { file } = target, key = keyOfPlace(placeOfTarget(program, target)), own = valueAt(target)
  return file.writes.some(write => {
    const to = file.values[write.target]!
    if (write.target === target.id || to.kind !== own.kind || functionAt(refTo(file, write.fn)).kind === 'constructor' || write.fn === 0) return false
    const isSameProperty = to.kind === 'member' && own.kind === 'member' && to.property === own.property || to.kind === 'index' && keyOfPlace(placeOfTarget(program, refTo(file, write.target))) === key
    return isSameProperty && (write.value === undefined || !['function', 'call'].includes(file.values[write.value]!.kind))
  })
}

/** `if (bus.isWrapped) return`, `if (!wrapped.has(bus))`, `if (old.isWrapped)`: a test of the object or of the function, other than whether it is there. */
function isMarked({ program }: Context, { fn: { file }, guards, place, node }: Hold): boolean {
  const owner = keyOfPlace(place), target = keyOfPlace(placeOfTarget(program, refTo(file, file.writes[node.ref]!.target)))
  const isOfIt = (id: number, isWhole: boolean): boolean => {
    const key = keyOfPlace(program.places.of(refTo(file, id)))
    return key.startsWith(`${owner}.`) && key !== target || isWhole && (key === owner || key === target)
  }
  const asks = (id: number): boolean => {
    const value = file.values[id]!
    switch (value.kind) {
      case 'computed': return value.parts.some(part => asks(part) || value.operator === 'in' && isOfIt(part, true))
      case 'choice': return value.options.some(asks)
      case 'call': return file.calls[value.call]!.args.some(arg => isOfIt(arg, true))
      default: return isOfIt(id, false)
    }
  }
  return guards.some(({ test }) => asks(test))
}
