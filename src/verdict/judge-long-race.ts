import { argumentOf, callAt, functionAt, isInside, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Defect } from './defect.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall } from './hold-of-call.ts'
import { settlesAtEnd } from './lasting-promise.ts'
import { textOf } from './source-text.ts'
import { leak, type Verdict } from './verdict.ts'

/** Combinators that answer before all their promises have settled. */
const RACING: ReadonlySet<string> = new Set(['global#Promise.race', 'global#Promise.any'])

/**
 * `while (true) await Promise.race([next(), aborted])`: each race leaves a reaction on `aborted`, with its result, until that settles
 * (measured: 312 B and the result each). Asked of loops that no list or condition ends and of promises made before the loop; elsewhere of
 * promises that outlive the event and are seen to settle at the end of their owner alone.
 */
export function judgeLongRace(context: Context, call: CallRef): Verdict | undefined {
  const facts = callAt(call)
  if (!context.program.types.symbolsOf(refTo(call.file, facts.callee)).some(symbol => RACING.has(symbol))) return undefined
  const list = argumentOf(call, 0)
  const elements = list === undefined ? undefined : valueAt(list)
  if (elements?.kind !== 'array' || elements.elements.length < 2) return undefined
  const refs = elements.elements.map(id => refTo(call.file, id))
  return judgeRounds(context, call, refs) ?? judgeEvents(context, call, refs)
}

/** A round of an endless loop. */
function judgeRounds(context: Context, call: CallRef, refs: readonly ValueRef[]): Verdict | undefined {
  if (callAt(call).inEndlessLoop !== true || !refs.some(ref => valueAt(ref).kind === 'call')) return undefined
  const lasting = refs.find(ref => isMadeBefore(context, ref))
  return lasting === undefined ? undefined : lastingLeak(context, call, lasting, { confidence: 'likely', lifetime: 'unknown', subject: 'round of the loop' })
}

/** A race for each event against a promise that is there for all of them. */
function judgeEvents(context: Context, call: CallRef, refs: readonly ValueRef[]): Verdict | undefined {
  const { program } = context, fn = refTo(call.file, callAt(call).fn)
  for (const ref of refs) {
    if (!settlesAtEnd(context, ref)) continue
    const place = program.places.of(ref), life = program.lifetimes.ofPlace(place)
    const frequency = frequencyOf(program, fn, place, life)
    if (frequency.kind === 'repeats' || isCalledInLoop(context, fn)) return lastingLeak(context, call, ref, { confidence: weakest(program.events.of(fn).confidence, 'likely'), lifetime: life.lifetime, subject: 'race' })
  }
  return undefined
}

/** `while (await this.orCancel(isMissing())) await this.orCancel(sleep(500))`. */
const isCalledInLoop = ({ program }: Context, fn: FunctionRef): boolean => program.graph.callersOf(fn).some(({ how, call }) => how === 'calls' && callAt(call).inLoop)

function lastingLeak({ program }: Context, call: CallRef, lasting: ValueRef, told: Pick<Defect, 'confidence' | 'lifetime' | 'subject'>): Verdict {
  const place = program.places.of(lasting)
  const hold: Hold = { ...holdOfCall(call), resource: 'listener', holder: lasting, place }
  return leak({ hold, kind: 'race-lasting', coverage: 'never', holder: textOf(program, lasting), event: program.events.of(hold.fn), place, ...told })
}

/** A variable from outside the loop, or a member of one, that is given its promise once; a deadline ends by itself. */
function isMadeBefore(context: Context, ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind === 'member') {
    const object = refTo(ref.file, value.object)
    return valueAt(object).kind === 'this' ? !isWrittenIn(ref) : isOutside(object)
  }
  return value.kind === 'binding' && isOutside(ref) && !isDeadline(context, ref)
}

function isOutside(ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind !== 'binding') return false
  const { inLoop, kind, values } = ref.file.bindings[value.binding]!
  return !inLoop && (kind === 'param' || kind === 'import' || values.length === 1)
}

/** `this.next = …` in the file: another promise each time, perhaps. */
function isWrittenIn(ref: ValueRef): boolean {
  const member = valueAt(ref)
  return member.kind === 'member' && ref.file.writes.some(write => {
    const target = ref.file.values[write.target]!
    return target.kind === 'member' && target.property === member.property && functionAt(refTo(ref.file, write.fn)).kind !== 'constructor'
  })
}

/** A sleep, or a promise whose executor sets a timer. */
function isDeadline(context: Context, ref: ValueRef): boolean {
  const value = valueAt(ref)
  const made = value.kind === 'binding' ? ref.file.bindings[value.binding]!.values[0] : undefined
  const call = made === undefined ? undefined : valueAt(refTo(ref.file, made))
  if (call?.kind !== 'call') return false
  const within = (fn: FunctionRef): boolean => context.holds.some(hold => hold.resource === 'timeout' && isInside(hold.fn, fn))
  const at = refTo(ref.file, call.call)
  if (context.program.types.rowsOf(at, 'acquire').some(row => row.resource === 'timeout')) return true
  const executors = callAt(at).args.flatMap(id => context.program.types.functionOf(refTo(ref.file, id)) ?? [])
  return [...executors, ...context.program.graph.calleesOf(at)].some(within)
}
