import { isSetupName } from '../link/naming.ts'
import { callAt, functionAt, refTo, type ValueRef } from '../link/refs.ts'
import { lastNameOf } from '../models/symbol-key.ts'
import type { Context } from './context.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { isHandedOver } from './judge-resource.ts'
import { clientSeverity, isClientPerEvent } from './judge-client.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/**
 * What is ended by one of its parts: `const { port1, port2 } = new MessageChannel()`, `const db = drizzle(url)` with `db.$client.end()`. Undefined
 * where no variable of the function has it.
 */
export function judgeParts(context: Context, hold: Hold): Verdict | undefined {
  const { program } = context, { file } = hold.fn
  const variables = variablesOf(context, hold)
  if (variables === undefined) return undefined
  const { whole, parts } = variables
  const event = program.events.of(hold.fn)
  if (event.kind === 'once') return safe(event.label)
  const members = new Set(hold.row!.releasedBy?.map(lastNameOf))
  const isEnded = file.calls.some(({ callee }) => { const called = file.values[callee]!; return called.kind === 'member' && members.has(called.property) && parts.some(part => isPart(file, called.object, part)) })
  if (isEnded) return safe('released')
  const given = parts.filter(part => isGivenAway(context, hold, part))
  if (whole !== undefined && isHandedOver(context, hold, whole) || given.length === parts.length) return unknown('who owns it')
  if (given.length > 0 && isEndedElsewhere(context, hold, members)) return unknown('whether the other side ends it')
  if (event.kind === 'unknown' || event.kind === 'instance' || isSetupName(functionAt(hold.fn).name)) return unknown('who calls it')
  const isClient = isClientPerEvent(context, hold), name = whole === undefined ? parts.find(part => !given.includes(part))!.name : file.bindings[whole.id]!.name
  const subject = isClient ? textOf(program, refTo(file, callAt(hold.call!).value)) : name
  return leak({ hold, kind: isClient ? 'client-per-event' : 'resource-kept', confidence: weakest(event.confidence, event.isUnseen === true ? 'possible' : 'likely'), ...(isClient ? clientSeverity(hold) : {}), coverage: 'never', holder: name, lifetime: 'process', event, subject, place: hold.place })
}

interface Part {
  readonly name: string
  /** The variable that is taken from the result: `const { port1 } = …`. */
  readonly binding?: ValueRef
  /** The variable of the whole that it is a member of. */
  readonly of?: ValueRef
}

/** The variable that has the whole, and those that have its parts. */
function variablesOf(context: Context, hold: Hold): { readonly whole?: ValueRef; readonly parts: readonly Part[] } | undefined {
  const { file } = hold.fn, made = callAt(hold.call!).value
  const names = hold.row!.parts!.map(path => path.slice('return.'.length))
  const root = hold.handle?.root
  const whole = root?.kind === 'binding' && hold.handle!.path.length === 0 && root.binding.id >= 0 && root.binding.file === file ? root.binding : undefined
  if (whole !== undefined) return file.bindings[whole.id]!.fn === 0 ? undefined : { whole, parts: names.map(name => ({ name, of: whole })) }
  const taken = names.flatMap(name => file.bindings.flatMap(({ values, fn }, id) => {
    const value = values.length === 1 ? file.values[values[0]!]! : undefined
    return fn !== 0 && value?.kind === 'member' && value.property === name && value.object === made ? [{ name, binding: refTo(file, id) }] : []
  }))
  return taken.length === 0 || context.program.events.of(hold.fn).kind === 'unknown' ? undefined : { parts: taken }
}

/** Whether the value is the part: its variable, or that member of the whole. */
function isPart(file: ValueRef['file'], id: number, { name, binding, of }: Part): boolean {
  const value = file.values[id]!
  if (value.kind === 'binding') return value.binding === binding?.id || file.bindings[value.binding]!.values.length === 1 && file.values[file.bindings[value.binding]!.values[0]!]!.kind === 'member' && isPart(file, file.bindings[value.binding]!.values[0]!, { name, ...(of === undefined ? {} : { of }) })
  if (value.kind !== 'member' || value.property !== name || of === undefined) return false
  const owner = file.values[value.object]!
  return owner.kind === 'binding' && owner.binding === of.id
}

function isGivenAway(context: Context, hold: Hold, part: Part): boolean {
  const { file } = hold.fn
  if (part.binding !== undefined) return isHandedOver(context, hold, part.binding)
  const isIt = (id: number): boolean => isPart(file, id, part)
  return file.calls.some(call => call.args.some(isIt)) || file.functions.some(fn => fn.returns.some(isIt))
    || file.writes.some(write => write.value !== undefined && isIt(write.value)) || file.bindings.some(({ values }) => values.some(isIt))
    || file.values.some(value => value.kind === 'array' ? value.elements.some(isIt) : value.kind === 'object' && value.properties.some(p => isIt(p.value)))
}

/** Another file ends something of that name whose type is not known, or is that of the part: the worker that was sent a port may close it. */
function isEndedElsewhere({ program }: Context, hold: Hold, members: ReadonlySet<string>): boolean {
  const owners = new Set(hold.row!.releasedBy?.map(symbol => symbol.slice(0, symbol.lastIndexOf('.'))))
  return program.files.some(file => file !== hold.fn.file && file.calls.some(({ callee }) => {
    const called = file.values[callee]!
    if (called.kind !== 'member' || !members.has(called.property)) return false
    const types = program.types.of(refTo(file, called.object)).flatMap(key => program.models.basesOf(key))
    return types.length === 0 || types.some(type => owners.has(type))
  }))
}
