import type { TypeFacts } from '../facts/file-facts.ts'
import { isModuleBinding, keyOfPlace } from '../link/places.ts'
import { isTeardownName } from '../link/naming.ts'
import { argumentOf, callAt, enclosing, functionAt, isSame, refTo, stripped, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isProcessHook } from './process-hooks.ts'

/**
 * Whether a promise stays pending until its owner ends: one that its type says never answers (`Promise<never>`, `new Deferred<never>()`), that
 * only teardowns settle, or that waits for a signal to the process. One that tells of a start, `this.ready`, settles soon and keeps nothing.
 */
export function settlesAtEnd(context: Context, ref: ValueRef): boolean {
  return isNever(context, ref, 0) || isSettledByTeardowns(context, ref) || isUponEnd(context, ref, 0)
}


const DEPTH = 6

/** `this.closed = once(this.port, 'close').then(…)`, also by a method that returns it: it waits for the end of something that the object has. */
function isUponEnd(context: Context, ref: ValueRef, depth: number): boolean {
  if (depth > DEPTH) return false
  const { program } = context, at = stripped(ref), value = valueAt(at)
  if (value.kind === 'binding') {
    const { values, kind } = at.file.bindings[value.binding]!
    return kind === 'const' && values.length === 1 && isUponEnd(context, refTo(at.file, values[0]!), depth + 1)
  }
  if (value.kind === 'member') {
    const owner = program.denotations.of(refTo(at.file, value.object)), given = owner.kind === 'instance' ? program.denotations.fieldValuesOf(owner.cls, value.property) : []
    return given.length > 0 && given.every(one => isUponEnd(context, one, depth + 1))
  }
  if (value.kind !== 'call') return false
  const call = refTo(at.file, value.call), callee = refTo(at.file, callAt(call).callee), called = valueAt(callee)
  if (called.kind === 'member' && CHAINING.has(called.property)) return isUponEnd(context, refTo(at.file, called.object), depth + 1)
  if (program.types.symbolsOf(callee).includes('node:events#once')) return waitsForEnd(context, call)
  const made = program.graph.calleesOf(call)
  return made.length > 0 && made.every(fn => functionAt(fn).returns.length === 1 && isUponEnd(context, refTo(fn.file, functionAt(fn).returns[0]!), depth + 1))
}

const CHAINING: ReadonlySet<string> = new Set(['then', 'catch', 'finally'])

/** `once(this.port, 'close')`: of what was there before the call, and with no signal that ends the wait. */
function waitsForEnd({ program }: Context, call: CallRef): boolean {
  const emitter = argumentOf(call, 0), event = argumentOf(call, 1), name = event === undefined ? undefined : valueAt(event)
  if (emitter === undefined || argumentOf(call, 2) !== undefined || name?.kind !== 'literal' || !ENDS.has(String(name.value))) return false
  const { root, path } = program.places.of(emitter)
  return root.kind === 'instance' && path.length > 0 || root.kind === 'binding' && isModuleBinding(root.binding) || root.kind === 'global' || root.kind === 'package'
}

const ENDS: ReadonlySet<string> = new Set(['close', 'exit', 'disconnect', 'end', 'destroy', 'abort'])

/** By annotation, or by what its maker is given between brackets: `const { promise } = Promise.withResolvers<never>()`. */
function isNever(context: Context, ref: ValueRef, depth: number): boolean {
  if (depth > DEPTH) return false
  const { program } = context
  const value = valueAt(stripped(ref))
  const ofNever = (types: readonly TypeFacts[] | undefined): boolean => types?.length === 1 && types[0]!.name === 'never'
  switch (value.kind) {
    case 'call': return ofNever(callAt(refTo(ref.file, value.call)).typeArgs)
    case 'binding': {
      const { type, values } = ref.file.bindings[value.binding]!
      return type === undefined ? values.length === 1 && isNever(context, refTo(ref.file, values[0]!), depth + 1) : ofNever(type.args)
    }
    case 'member': {
      const object = refTo(ref.file, value.object), owner = program.denotations.of(object)
      if (value.property === 'promise') return isNever(context, object, depth + 1)
      const type = owner.kind === 'instance' ? fieldType(program.denotations.lineageOf(owner.cls), value.property) : undefined
      if (type !== undefined) return ofNever(type.args)
      const given = owner.kind === 'instance' ? program.denotations.fieldValuesOf(owner.cls, value.property) : []
      return given.length === 1 && isNever(context, given[0]!, depth + 1)
    }
    default: return false
  }
}

function fieldType(lineage: readonly FunctionRef[], name: string): TypeFacts | undefined {
  return lineage.flatMap(({ file, id }) => file.classes[id]!.members).find(member => member.name === name)?.type
}

/** `new Promise(resolve => { this.end = resolve })` or `deferred.promise`, where all that settles it stands in a teardown. */
function isSettledByTeardowns(context: Context, ref: ValueRef): boolean {
  const settlers = deferredOf(context, ref) ?? executorOf(context, ref)
  return settlers !== undefined && settlers.length > 0 && settlers.every(settler => isAtEnd(context, settler))
}

/** Code that settles a promise: the call, and the function it stands in. */
interface Settler {
  readonly fn: FunctionRef
  readonly call: CallRef
}

/** `deferred.resolve()` for `deferred.promise`, in the file that makes it. */
function deferredOf({ program }: Context, ref: ValueRef): readonly Settler[] | undefined {
  const value = valueAt(stripped(ref))
  if (value.kind !== 'member' || value.property !== 'promise') return undefined
  const key = keyOfPlace(program.places.of(refTo(ref.file, value.object)))
  if (key === '?') return undefined
  return ref.file.calls.flatMap(call => {
    const callee = ref.file.values[call.callee]!
    const settles = callee.kind === 'member' && (callee.property === 'resolve' || callee.property === 'reject') && keyOfPlace(program.places.of(refTo(ref.file, callee.object))) === key
    return settles ? [{ fn: refTo(ref.file, call.fn), call: refTo(ref.file, call.id) }] : []
  })
}

/** Whatever calls the parameters of the executor, also through a field that one is kept in. Undefined where that is not to be seen. */
function executorOf(context: Context, ref: ValueRef): readonly Settler[] | undefined {
  const { program } = context
  const made = program.denotations.of(ref)
  if (made.kind !== 'call' || !program.types.symbolsOf(refTo(made.call.file, callAt(made.call).callee)).includes('global#Promise')) return undefined
  const argument = argumentOf(made.call, 0), executor = argument === undefined ? undefined : program.types.functionOf(argument)
  if (executor === undefined || executor.file !== made.call.file) return undefined
  const { file } = executor
  const params = new Set(functionAt(executor).params.flatMap(p => p.bindings))
  const isParam = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && params.has(value.binding) }
  const kept = file.writes.filter(write => write.value !== undefined && isParam(write.value)).map(write => keyOfPlace(program.places.of(refTo(file, write.target))))
  const settlers = file.calls.filter(call => isParam(call.callee) || call.args.some(isParam) || kept.length > 0 && kept.includes(keyOfPlace(program.places.of(refTo(file, call.callee)))))
  return settlers.map(call => ({ fn: refTo(file, call.fn), call: refTo(file, call.id) }))
}

/** In a function that ends its owner, or upon a signal to the process. */
function isAtEnd(context: Context, { fn, call }: Settler): boolean {
  if (isHookCall(context, call)) return true
  return [...enclosing(fn)].some(around => isTeardownName(functionAt(around).name) || context.program.types.passedAt(around).some(passed => isHookCall(context, passed.call)))
}

const isHookCall = (context: Context, call: CallRef): boolean => context.holds.some(hold => hold.call !== undefined && isSame(hold.call, call) && isProcessHook(hold))
