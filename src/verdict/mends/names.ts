import type { FileFacts } from '../../facts/file-facts.ts'
import { valueAt, refTo, type ValueRef } from '../../link/refs.ts'
import type { EditText } from '../finding.ts'

/** The first of the names that nothing in the file has. */
export function freeName({ bindings, values }: FileFacts, ...names: readonly string[]): string | undefined {
  return names.find(name => !bindings.some(binding => binding.name === name) && !values.some(value => value.kind === 'global' && value.name === name))
}

/** The expression as the source has it. */
export function copyOf(ref: ValueRef): Extract<EditText[number], object> {
  const { at, end } = valueAt(ref)
  return { start: at, end }
}

/** `bus`, `this.bus`, `app.locals.bus`: it means the same when it is evaluated again. */
export function isPath(ref: ValueRef): boolean {
  const value = valueAt(ref)
  return value.kind === 'binding' || value.kind === 'this' || value.kind === 'global' || value.kind === 'member' && isPath(refTo(ref.file, value.object))
}

/** `'order-placed'`: `onOrderPlaced`. */
export function listenerName(event: string): string {
  return ['on', ...event.split(/[^\p{ID_Continue}]+/u)].filter(word => word !== '').map((word, index) => index === 0 ? word : `${word[0]!.toUpperCase()}${word.slice(1)}`).join('')
}

export const isTypeScript = ({ file }: FileFacts): boolean => /\.[cm]?tsx?$/.test(file)
