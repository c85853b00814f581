import { argumentOf, callAt, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'

/** An options object that a call is given, as far as the source shows it. */
export interface GivenOptions {
  readonly object: ValueRef
  readonly keys: ReadonlySet<string>
  /** No spread, and no key that is computed. */
  readonly isSeen: boolean
}

/** The options objects among the arguments. */
export function optionsOf(context: Context, call: CallRef): readonly GivenOptions[] {
  return callAt(call).args.flatMap((_, index) => optionsAt(context, argumentOf(call, index)!) ?? [])
}

/** The object literal that an argument stands for, with what is assigned to it later. */
export function optionsAt({ program }: Context, argument: ValueRef): GivenOptions | undefined {
  const denoted = program.denotations.of(argument)
  if (denoted.kind !== 'value') return undefined
  const object = valueAt(denoted.value)
  if (object.kind !== 'object') return undefined
  const keys = new Set([...object.properties.flatMap(p => p.key ?? []), ...keysGivenLater(denoted.value)])
  return { object: denoted.value, keys, isSeen: object.spreads.length === 0 && object.properties.every(p => p.key !== null) }
}

/** The literal that an option is given. */
export function literalOption(context: Context, call: CallRef, name: string): string | number | boolean | null | undefined {
  for (const { object } of optionsOf(context, call)) {
    const facts = valueAt(object)
    const given = facts.kind === 'object' ? facts.properties.find(p => p.key === name) : undefined
    const value = given === undefined ? undefined : object.file.values[given.value]!
    if (value?.kind === 'literal') return value.value
  }
  return undefined
}

/** `options.signal = …` after the literal. */
function keysGivenLater({ file, id }: ValueRef): string[] {
  return file.writes.flatMap(({ target }) => {
    const to = file.values[target]!
    if (to.kind !== 'member') return []
    const owner = file.values[to.object]!
    return owner.kind === 'binding' && file.bindings[owner.binding]!.values.includes(id) ? [to.property] : []
  })
}
