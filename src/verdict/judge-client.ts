import { isSetupName } from '../link/naming.ts'
import type { Program } from '../link/program.ts'
import { callAt, functionAt, refTo, valueAt, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { EventKind, Severity } from './finding.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { isOnceGuarded } from './once-guard.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** What brings the next run by itself; that a function is called again is its caller's matter. */
const PER_EVENT: ReadonlySet<EventKind> = new Set(['request', 'connection', 'message', 'job', 'tick'])

/** Whether a client that is meant to be made once is made for each event. */
export function isClientPerEvent(context: Context, hold: Hold): boolean {
  return hold.row?.isClient === true && isPerEvent(context, hold) && !isOnceGuarded(context, hold)
}

export const isPerEvent = ({ program }: Context, { fn }: Hold): boolean => PER_EVENT.has(program.events.of(fn).kind)

/** One whose idle connections close by themselves is late, not lost. */
export const clientSeverity = ({ row }: Hold): { readonly severity?: Severity } => row?.endsBy === undefined ? {} : { severity: 'warning' }

/**
 * A client that no variable keeps: `await new PrismaClient().user.findMany()`, `await fetch(url, { agent: new Agent({ keepAlive: true }) })`. It
 * is out of reach when the call has returned, and its connections are not.
 */
export function judgeDroppedClient(context: Context, hold: Hold): Verdict {
  const { program } = context
  const event = program.events.of(hold.fn)
  if (event.kind === 'once') return safe(event.label)
  if (!isClientPerEvent(context, hold) || isSetupName(functionAt(hold.fn).name)) return unknown('who calls it')
  if (!isUsedOnce(context, hold)) return unknown('who owns the client')
  const subject = textOf(program, refTo(hold.call!.file, callAt(hold.call!).value))
  return leak({ hold, kind: 'client-per-event', confidence: weakest(event.confidence, event.isUnseen === true ? 'possible' : 'likely'), ...clientSeverity(hold), coverage: 'never', holder: subject, lifetime: 'process', event, subject, place: hold.place })
}

/** The call alone, one member call of it that is waited for, or an option of a call that is. */
function isUsedOnce({ program }: Context, hold: Hold): boolean {
  const { file } = hold.fn, { value, result, isNew } = callAt(hold.call!)
  if (result === 'dropped') return isNew
  const isIt = (id: number): boolean => { const at = file.values[id]!; return id === value || at.kind === 'await' && isIt(at.value) }
  if (file.values.some((at, id) => at.kind === 'object' && at.properties.some(p => p.value === value) && isLentBy(program, refTo(file, id)))) return true
  const first = file.values.findIndex(at => at.kind === 'member' && isIt(at.object))
  const member = file.values[first]
  if (member?.kind === 'member' && LISTENING.has(member.property)) return isDroppedAfter(file, first)
  if (member?.kind !== 'member' || GIVING_BACK.has(member.property) || isSetupName(member.property) || hold.row!.releasedBy?.some(symbol => symbol.endsWith(`.${member.property}`)) === true) return false
  return isWaitedFor(file, first)
}

const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener'])

/** `new Redis().on('error', log).on('ready', log)`, of which nobody takes the result. */
function isDroppedAfter(file: ValueRef['file'], member: number): boolean {
  const call = file.calls.find(({ callee }) => callee === member)
  if (call === undefined || call.result === 'dropped') return call !== undefined
  const next = file.values.findIndex(value => value.kind === 'member' && value.object === call.value)
  const after = file.values[next]
  return after?.kind === 'member' && LISTENING.has(after.property) && isDroppedAfter(file, next)
}

/** Members that give back what they are called on, or the client that it promises. */
const GIVING_BACK: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'then', 'catch', 'finally', 'promise', 'duplicate', '$extends', 'extend', 'child'])

/** `client.user.findMany()` with an `await` before it: nothing of what it gives is the client. */
function isWaitedFor(file: ValueRef['file'], id: number): boolean {
  const call = file.calls.find(({ callee }) => callee === id)
  if (call !== undefined && call.result === 'awaited') return true
  const outer = file.values.findIndex(value => value.kind === 'member' && value.object === (call === undefined ? id : call.value))
  return outer >= 0 && isWaitedFor(file, outer)
}

/** An options object that is given to one call of a library, which is waited for: `await fetch(url, { agent })`. */
export function isLentBy(program: Program, { file, id }: ValueRef): boolean {
  const call = file.calls.find(({ args }) => args.includes(id))
  if (call === undefined) return file.values.some((value, outer) => value.kind === 'object' && value.properties.some(p => p.value === id) && isLentBy(program, refTo(file, outer)))
  if (call.isNew || call.result !== 'awaited' || program.graph.calleesOf(refTo(file, call.id)).length > 0) return false
  const callee = valueAt(refTo(file, call.callee))
  const name = callee.kind === 'member' ? callee.property : textOf(program, refTo(file, call.callee))
  return !isSetupName(name) && !MAKING.test(name)
}

/** What makes another thing keeps its options with it. */
const MAKING = /^_?(create|make|build|extend|new|from|get\w*Client)(?=[A-Z_]|$)/
