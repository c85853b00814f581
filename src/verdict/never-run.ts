import { classAt, functionAt, refTo, type ClassRef, type FunctionRef } from '../link/refs.ts'
import { isRepeating } from './creation-kinds.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'

/**
 * An eviction that nobody runs, of what requests, messages or jobs fill: `clearCache()` of a module, `removeSession(id)`, which no file of the
 * program calls or so much as names. It is there for tests, or was forgotten where it is due.
 */
export function isNeverRun({ program }: Context, { fn: within }: Hold, { fn, node }: Release): boolean {
  if (program.world !== 'whole program' || fn.id === 0) return false
  const { kind, isUnseen } = program.events.of(within)
  if (!isRepeating(kind) || kind === 'call' || kind === 'instance' || isUnseen === true) return false
  const { parent, name, cls, kind: written } = functionAt(fn)
  if (name === '' || written === 'constructor' || parent !== 0 && cls === null || cls !== null && isCalledByOthers(program, refTo(fn.file, cls))) return false
  const { via, entry, isOffered } = program.events.of(fn)
  return via === undefined && entry === undefined && isOffered !== true && program.graph.callersOf(fn).length === 0 && program.types.passedAt(fn).length === 0 && (isSwitchedOff(fn, node) || !isNamed(program, fn, name))
}

/** `alerts = false`: whoever does that wants no collection at all, and it is no eviction that goes with the work. */
function isSwitchedOff({ file }: FunctionRef, { kind, ref }: Release['node']): boolean {
  const value = kind === 'write' ? file.writes[ref]!.value : undefined, given = value === undefined ? undefined : file.values[value]!
  return given?.kind === 'literal' && given.value === false
}

/** `_read()` of a stream, a method that an interface or a decorator asks for: what the class extends calls it, or who is given the object. */
function isCalledByOthers({ denotations }: Context['program'], cls: ClassRef): boolean {
  return denotations.foreignBaseOf(cls) !== undefined || denotations.lineageOf(cls).some(owner => { const { kind, implements: interfaces, decorators } = classAt(owner); return kind !== 'class' || interfaces.length > 0 || decorators.length > 0 })
}

/** Some file reads a member of that name, imports it, or has it as a text. */
const isNamed = ({ files }: Context['program'], { file: own, id }: FunctionRef, name: string): boolean =>
  files.some(file => file.imports.some(found => found.name === name) || file.values.some(value => {
    switch (value.kind) {
      case 'member': return value.property === name && !isDefinition(file, value, own)
      case 'literal': return value.value === name
      case 'binding': { const { values, kind } = file.bindings[value.binding]!; return file === own && kind === 'function' && values.some(given => { const made = file.values[given]!; return made.kind === 'function' && made.fn === id }) && !isExported(file, value.at) }
      default: return false
    }
  }))

/** `exports.clear = …`, `Cache.prototype.clear = …`. */
const isDefinition = (file: FunctionRef['file'], value: { readonly at: number }, own: FunctionRef['file']): boolean =>
  file === own && file.writes.some(({ target, operator }) => operator === '=' && file.values[target]!.at === value.at)

/** `export { clear }`, `module.exports = { clear }`: naming it there gives it away and no more. */
const isExported = (file: FunctionRef['file'], at: number): boolean => file.exports.some(({ value }) => {
  const given = value === undefined ? undefined : file.values[value]!
  return given !== undefined && given.at <= at && at < given.end
})
