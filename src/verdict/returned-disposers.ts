import type { Program } from '../link/program.ts'
import type { Written } from '../link/declared-types.ts'
import { RefCache } from '../link/ref-cache.ts'
import { callAt, functionAt, isInside, refTo, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'

/** What a call gives its caller to end the hold of a listener with, and where the listener stays until then. */
export interface ReturnedDisposer {
  /** The listener that the call was given. */
  readonly listener: ValueRef
  /** The collection or emitter that keeps it, where the function that is called tells. */
  readonly keeper?: ValueRef
}

/** The disposers that calls return: seen in the function that is called, or said by its declared type. */
export interface ReturnedDisposers {
  of(call: CallRef): ReturnedDisposer | undefined
}

const DISPOSING: ReadonlySet<string> = new Set(['dispose', 'unsubscribe', 'Symbol.dispose'])
const INSERTING: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'on', 'addListener', 'addEventListener', 'prependListener'])
const REMOVING: ReadonlySet<string> = new Set(['delete', 'splice', 'off', 'removeListener', 'removeEventListener', 'filter', 'indexOf', 'pull', 'remove'])

/** A listener that an unknown callee may keep, as the argument says: a function written here, or one of the program by name. */
const listenerOf = (program: Program, call: CallRef): ValueRef | undefined => callAt(call).args.map(id => refTo(call.file, id)).find(ref => program.types.functionOf(ref) !== undefined)

export function learnReturnedDisposers(program: Program): ReturnedDisposers {
  const subscribers = new RefCache<Subscriber | null>()

  function subscriberOf(fn: FunctionRef): Subscriber | undefined {
    const hit = subscribers.get(fn)
    if (hit !== undefined) return hit ?? undefined
    const found = readSubscriber(fn)
    subscribers.set(fn, found ?? null)
    return found
  }

  return {
    of(call) {
      if (callAt(call).isNew) return undefined
      const callees = program.graph.calleesOf(call)
      for (const fn of callees) {
        const subscriber = subscriberOf(fn), given = subscriber === undefined ? undefined : callAt(call).args[subscriber.index]
        if (subscriber !== undefined && given !== undefined) return { listener: refTo(call.file, given), keeper: subscriber.keeper }
      }
      const listener = callees.length > 0 ? undefined : listenerOf(program, call)
      if (listener === undefined) return undefined
      const callee = refTo(call.file, callAt(call).callee), written = program.declared.of(callee)
      const result = written === undefined ? undefined : program.declared.resultOf(written)
      return result !== undefined && isDisposable(program, result) ? { listener } : undefined
    },
  }
}

/** A declared type that has `dispose`, or one of a package that is called so. */
const isDisposable = ({ declared }: Program, result: Written): boolean => NAMED.has(result.type.name) || [...DISPOSING].some(member => declared.memberOf(result, member) !== undefined)

/** Types of packages that are called for what they are to be given back. */
const NAMED: ReadonlySet<string> = new Set(['Disposable', 'IDisposable', 'Subscription', 'Unsubscribable'])

interface Subscriber {
  readonly index: number
  readonly keeper: ValueRef
}

/** `on(listener) { this.all.add(listener); return () => this.all.delete(listener) }`. */
function readSubscriber(fn: FunctionRef): Subscriber | undefined {
  const { file } = fn, { params, returns } = functionAt(fn)
  const ends = returns.flatMap(id => disposersIn(refTo(file, id)))
  if (ends.length === 0) return undefined
  for (const [index, { bindings: [binding, ...others] }] of params.entries()) {
    if (binding === undefined || others.length > 0) continue
    const names = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && value.binding === binding }
    const using = (members: ReadonlySet<string>, within: FunctionRef, isDirect: boolean) => file.calls.find(({ callee, args, fn: at }) => {
      const called = file.values[callee]!
      return called.kind === 'member' && members.has(called.property) && args.some(names) && (isDirect ? at === within.id : isInside(refTo(file, at), within))
    })
    const inserted = using(INSERTING, fn, true), called = inserted === undefined ? undefined : file.values[inserted.callee]!
    if (inserted === undefined || called?.kind !== 'member') continue
    if (ends.some(by => using(REMOVING, by, false) !== undefined)) return { index, keeper: refTo(file, called.object) }
  }
  return undefined
}

/** The functions in what is returned that end something: itself, or `dispose` of an object. */
function disposersIn({ file, id }: ValueRef): readonly FunctionRef[] {
  const value = file.values[id]!
  if (value.kind === 'function') return [refTo(file, value.fn)]
  if (value.kind !== 'object') return []
  return value.properties.flatMap(({ key, value: property }) => {
    const given = file.values[property]!
    return key !== null && DISPOSING.has(key) && given.kind === 'function' ? [refTo(file, given.fn)] : []
  })
}
