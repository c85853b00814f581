import type { FileFacts } from '../facts/file-facts.ts'
import type { EventOf } from '../link/events.ts'
import type { Program } from '../link/program.ts'
import { argumentOf, callAt, functionAt, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Defect } from './defect.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { isNewEachTime } from './new-each-time.ts'
import { textOf } from './source-text.ts'
import type { Verdict } from './verdict.ts'
import { whileServing } from './while-serving.ts'

/**
 * `import(path + '?t=' + Date.now())` for each event: the module map keeps the module of each specifier for good (measured: 3.7 to 5.4 KB and
 * all that the module holds).
 */
export function judgeImport(context: Context, call: CallRef): Verdict | undefined {
  const { callee } = callAt(call), called = valueAt(refTo(call.file, callee)), specifier = argumentOf(call, 0)
  if (called.kind !== 'global' || called.name !== 'import' || specifier === undefined || !isNewEachTime(context.program, specifier)) return undefined
  const hold: Hold = { ...holdOfCall(call), resource: 'collection', place: PROCESS }
  return whileServing(context, hold, confidence => reloaded(context, hold, confidence, { holder: 'the module map', subject: 'import' }))
}

/**
 * `delete require.cache[path]` before each `require(path)`: the module that requires keeps every one of them among its `children` (measured:
 * 1.5 KB and the exports), unless the code takes it off that list too.
 */
export function judgeUncache(context: Context, write: ValueRef): Verdict | undefined {
  const { file } = write, { operator, target, fn: id, at, end, guards } = file.writes[write.id]!
  const to = file.values[target]!
  if (operator !== 'delete' || to.kind !== 'index' && to.kind !== 'member' || !isRequireCache(context, refTo(file, to.object))) return undefined
  const fn = refTo(file, id), holder = refTo(file, to.object)
  if (cutsChildren(file) || !requiresAgain(context, fn)) return undefined
  const hold: Hold = { resource: 'collection', fn, start: at, end, node: { kind: 'write', ref: write.id }, holder, place: PROCESS, guards, isCache: false, isDuckTyped: false, isOnce: false }
  return whileServing(context, hold, confidence => reloaded(context, hold, confidence, { holder: 'module.children', subject: textOf(context.program, holder) }))
}

function reloaded({ program }: Context, hold: Hold, confidence: Defect['confidence'], told: Pick<Defect, 'holder' | 'subject'>): Defect {
  const event = program.events.of(hold.fn)
  return { hold, kind: 'module-reloaded', confidence: isUponChange(program, event) ? 'possible' : confidence, coverage: 'never', lifetime: 'process', event, place: hold.place, ...told }
}

/** A file watcher, or another emitter that is no interval: while a program is written, its files change, and it is reloaded on purpose. */
function isUponChange(program: Program, { kind, entry }: EventOf): boolean {
  if (entry === undefined) return kind === 'tick'
  if (program.types.symbolsOf(refTo(entry.file, callAt(entry).callee)).some(symbol => WATCHING.has(symbol))) return true
  return kind === 'tick' && !program.types.rowsOf(entry, 'acquire').some(row => row.resource === 'interval')
}

const WATCHING: ReadonlySet<string> = new Set(['node:fs#watch', 'node:fs#watchFile'])

function isRequireCache(context: Context, ref: ValueRef): boolean {
  const value = valueAt(ref)
  return value.kind === 'member' && value.property === 'cache' && isRequire(context, refTo(ref.file, value.object))
}

/** The `require` of a CommonJS module, or one that `createRequire` makes. */
function isRequire({ program }: Context, ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind === 'global') return value.name === 'require'
  const denoted = program.denotations.of(ref)
  return denoted.kind === 'call' && program.types.symbolsOf(refTo(denoted.call.file, callAt(denoted.call).callee)).some(symbol => MAKING.has(symbol))
}

const MAKING: ReadonlySet<string> = new Set(['node:module#createRequire', 'node:module#Module.createRequire', 'node:module#default.createRequire'])

/** `module.children = module.children.filter(…)`, `module.children.splice(…)`, `parent.children.pop()`. */
function cutsChildren({ values, writes, calls }: FileFacts): boolean {
  const isChildren = (id: number): boolean => { const value = values[id]!; return value.kind === 'member' && value.property === 'children' }
  return writes.some(({ target }) => { const to = values[target]!; return isChildren(target) || (to.kind === 'member' || to.kind === 'index') && isChildren(to.object) })
    || calls.some(({ callee }) => { const called = values[callee]!; return called.kind === 'member' && /^(splice|pop|shift)$/.test(called.property) && isChildren(called.object) })
}

/** The function, one that it calls or one that calls it requires a module. */
function requiresAgain(context: Context, fn: FunctionRef): boolean {
  const { graph } = context.program
  const callees = (at: FunctionRef): readonly FunctionRef[] => graph.callsIn(at).flatMap(call => graph.calleesOf(refTo(at.file, call.id)))
  const callers = graph.callersOf(fn).map(edge => edge.from)
  const near = [fn, ...callees(fn), ...callers, ...callers.flatMap(callees)]
  return [...new Map(near.map(at => [keyOf(at), at])).values()].some(at => functionAt(at).kind !== 'module' && requires(context, at))
}

function requires(context: Context, fn: FunctionRef): boolean {
  const { at, end } = functionAt(fn)
  return fn.file.values.some(value => value.kind === 'import' && value.at >= at && value.end <= end) || context.program.graph.callsIn(fn).some(({ callee }) => isRequire(context, refTo(fn.file, callee)))
}
