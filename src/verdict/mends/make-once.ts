import type { FileFacts } from '../../facts/file-facts.ts'
import type { Program } from '../../link/program.ts'
import { callAt, enclosing, functionAt, refTo } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { freeName } from './names.ts'

/** Makes the client when the module loads, where it needs nothing of the event: `const pool = new Pool(…)` before the handler. */
export function makeOnce(program: Program, { hold: { call, fn } }: Defect): Mend | undefined {
  if (call === undefined) return undefined
  const { file } = fn, { at, end, value, isNew } = callAt(call)
  const outermost = [...enclosing(fn)].at(-2)
  if (outermost === undefined || !isNew || !needsModuleOnly(file, at, end, functionAt(outermost).at)) return undefined
  const binding = file.bindings.find(candidate => candidate.values.length === 1 && candidate.values[0] === value), description = 'Make it once, when the module loads'
  if (binding !== undefined) {
    const others = file.bindings.filter(other => other !== binding && other.name === binding.name)
    if (binding.kind !== 'const' || binding.fn !== fn.id || binding.type !== undefined || others.length > 0 || isClosed(program, file, file.bindings.indexOf(binding))) return undefined
    return { description, edits: [{ kind: 'at module level', at, text: [`const ${binding.name} = `, { start: at, end }] }, { kind: 'remove statement', at }] }
  }
  const name = file.bindings.some(candidate => candidate.values.includes(value)) || file.writes.some(write => write.value === value) ? undefined : freeName(file, 'client', 'sharedClient')
  return name === undefined ? undefined : { description, edits: [{ kind: 'at module level', at, text: [`const ${name} = `, { start: at, end }] }, { kind: 'replace', start: at, end, text: [name] }] }
}

/** What is between the offsets names only variables of the module that stand before the function. */
function needsModuleOnly({ values, bindings }: FileFacts, start: number, end: number, before: number): boolean {
  return values.every(value => {
    if (value.at < start || value.end > end) return true
    if (value.kind === 'binding') return bindings[value.binding]!.fn === 0 && bindings[value.binding]!.at < before
    return value.kind !== 'this' && value.kind !== 'await' && value.kind !== 'param' && value.kind !== 'super' && value.kind !== 'unknown'
  })
}

/** Something ends it, or may, as it is handed on: shared, it would be ended for all. */
function isClosed({ models, types }: Program, file: FileFacts, binding: number): boolean {
  const isIt = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && value.binding === binding }
  if (file.functions.some(({ returns }) => returns.some(isIt)) || file.calls.some(({ args }) => args.some(isIt))) return true
  return file.values.some(value => value.kind === 'member' && isIt(value.object) && types.of(refTo(file, value.object)).some(type => models.teardownsOf(type).has(value.property)))
}

