import type { Program } from '../../link/program.ts'
import { callAt, isInside, refTo, valueAt, type ValueRef } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { copyOf, freeName, listenerName } from './names.ts'

/** Gives the removal the function that was registered: by its name, or by one that it is given. */
export function removeRegistered(_program: Program, { hold, release, missing }: Defect): Mend | undefined {
  const { held, fn, call, key } = hold
  if (held === undefined || call === undefined || release?.handle === undefined || release.fn.file !== fn.file || missing?.includes('was not the one registered') !== true) return undefined
  const description = 'Remove the function that was registered', { start, end } = copyOf(release.handle)
  const value = valueAt(held)
  if (value.kind === 'binding') {
    const declared = fn.file.bindings[value.binding]!
    return isInside(release.fn, refTo(fn.file, declared.fn)) ? { description, edits: [{ kind: 'replace', start, end, text: [copyOf(held)] }] } : undefined
  }
  const event = key === undefined ? undefined : valueAt(key), name = freeName(fn.file, listenerName(event?.kind === 'literal' ? String(event.value) : ''), 'listener')
  if (name === undefined || !isNewFunction(held) || !isInside(release.fn, fn) || callAt(call).inLoop) return undefined
  return {
    description,
    edits: [
      { kind: 'before statement', at: callAt(call).at, text: [`const ${name} = `, copyOf(held)], reaches: start },
      { kind: 'replace', start: value.at, end: value.end, text: [name] },
      { kind: 'replace', start, end, text: [name] },
    ],
  }
}

/** `() => …`, `this.onTick.bind(this)`: another one each time it is evaluated. */
const isNewFunction = (ref: ValueRef): boolean => ['function', 'call'].includes(valueAt(ref).kind)
