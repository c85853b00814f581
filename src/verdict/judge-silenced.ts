import { keyOfPlace, type Place } from '../link/places.ts'
import { argumentOf, callAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Defect, DefectKind } from './defect.ts'
import { diesWithEvent } from './frequency.ts'
import type { Hold } from './hold.ts'
import { PROCESS } from './hold-of-call.ts'
import { judgeListener } from './judge-listener.ts'
import { numberOf } from './number-of.ts'
import { textOf } from './source-text.ts'
import { leak, safe, type Verdict } from './verdict.ts'

const SETTER = 'setMaxListeners'
/** The setter as a function of the module, or as a static member of the class: it is given the emitters, or none for all. */
const OF_MODULE = /^node:events#(?:default|setMaxListeners|(?:\w+\.)+setMaxListeners)$/
const DEFAULT = /^node:events#(?:\w+\.)*defaultMaxListeners$/

/**
 * `emitter.setMaxListeners(0)`: Node.js says no more when listeners pile up. What it says of one emitter is likely right where the program adds
 * listeners to that emitter and does not remove them; for any other it is only possible that they pile up.
 */
export function judgeSilencedCall(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context, { callee, fn, isNew } = callAt(call), count = argumentOf(call, 0)
  if (isNew || count === undefined) return undefined
  const target = refTo(call.file, callee), value = valueAt(target)
  const ofModule = isOfModule(context, target)
  if (!ofModule && (value.kind !== 'member' || value.property !== SETTER) || !isUnlimited(count) || program.graph.calleesOf(call).length > 0) return undefined
  const emitters = ofModule ? callAt(call).args.slice(1).map(id => refTo(call.file, id)) : value.kind === 'member' ? [refTo(call.file, value.object)] : []
  const within = refTo(call.file, fn), site = { fn: within, start: callAt(call).at, end: callAt(call).end, node: { kind: 'call' as const, ref: call.id }, call }
  const said = `${textOf(program, target)}(${[count, ...ofModule ? emitters : []].map(given => textOf(program, given)).join(', ')})`
  if (emitters.length === 0) return leak(describe(context, site, undefined, said))
  const lasting = emitters.find(emitter => !diesWithEvent(program, within, program.lifetimes.ofPlace(program.places.of(emitter))))
  return lasting === undefined ? safe('the emitter dies with the event') : leak(describe(context, site, lasting, said))
}

/** `EventEmitter.defaultMaxListeners = 0`: for every emitter of the process. */
export function judgeSilencedDefault(context: Context, { file, id }: ValueRef): Verdict | undefined {
  const { target, value, operator, fn, at, end } = file.writes[id]!, to = file.values[target]!
  if (operator !== '=' || value === undefined || to.kind !== 'member' || to.property !== 'defaultMaxListeners' || !isUnlimited(refTo(file, value))) return undefined
  if (!context.program.types.symbolsOf(refTo(file, target)).some(symbol => DEFAULT.test(symbol))) return undefined
  return leak(describe(context, { fn: refTo(file, fn), start: at, end, node: { kind: 'write', ref: id } }, undefined, `${textOf(context.program, refTo(file, target))} = ${textOf(context.program, refTo(file, value))}`, refTo(file, target)))
}

function isOfModule({ program }: Context, callee: ValueRef): boolean {
  const denoted = program.denotations.of(callee)
  return denoted.kind === 'symbol' && denoted.path.at(-1) === SETTER && program.types.symbolsOf(callee).some(symbol => OF_MODULE.test(symbol))
}

/** `0` and `Infinity` both stand for no limit. */
function isUnlimited(ref: ValueRef): boolean {
  const at = stripped(ref), value = valueAt(at)
  if (value.kind === 'global') return value.name === 'Infinity'
  if (value.kind === 'member') {
    const owner = at.file.values[value.object]!
    return value.property === 'POSITIVE_INFINITY' && owner.kind === 'global' && owner.name === 'Number'
  }
  if (value.kind === 'binding') {
    const { kind, values } = at.file.bindings[value.binding]!
    return kind === 'const' && values.length === 1 && isUnlimited(refTo(at.file, values[0]!))
  }
  return numberOf(at) === 0
}

function describe(context: Context, site: Pick<Hold, 'fn' | 'start' | 'end' | 'node' | 'call'>, emitter: ValueRef | undefined, said: string, holder = emitter): Defect {
  const { program } = context, place = emitter === undefined ? PROCESS : program.places.of(emitter)
  const hold: Hold = { ...site, resource: 'listener', place, guards: [], isCache: false, isDuckTyped: false, isOnce: false, ...(holder === undefined ? {} : { holder }) }
  const isSure = emitter === undefined || isFedWithoutEnd(context, place)
  return {
    hold, kind: 'warning-silenced', confidence: isSure ? 'likely' : 'possible', coverage: 'never', holder: emitter === undefined ? '' : textOf(program, emitter),
    lifetime: emitter === undefined ? 'process' : program.lifetimes.ofPlace(place).lifetime, event: program.events.of(site.fn), subject: said, place,
  }
}

const KEPT: ReadonlySet<DefectKind> = new Set(['listener-kept', 'abort-listener-kept'])

/** The program adds listeners to the emitter, or to objects of the class that silences itself, and does not remove them. */
function isFedWithoutEnd(context: Context, place: Place): boolean {
  const { program } = context, key = keyOfPlace(place)
  const own = place.root.kind === 'instance' && place.path.length === 0 ? program.types.keyOfClass(place.root.cls) : undefined
  return context.holds.some(hold => {
    if (hold.resource !== 'listener' || hold.holder === undefined) return false
    if (keyOfPlace(hold.place) !== key && !(own !== undefined && program.types.of(hold.holder).includes(own))) return false
    const verdict = judgeListener(context, hold)
    return verdict.kind === 'leak' && KEPT.has(verdict.defect.kind) && verdict.defect.confidence !== 'possible'
  })
}
