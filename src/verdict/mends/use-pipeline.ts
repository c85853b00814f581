import type { Program } from '../../link/program.ts'
import { argumentOf, callAt, refTo, valueAt } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { copyOf } from './names.ts'

const NAME = 'pipeline'

/** `source.pipe(res)` → `pipeline(source, res, error => …)`, which destroys each when the other ends. */
export function usePipeline(_program: Program, { hold: { call } }: Defect): Mend | undefined {
  const target = call === undefined ? undefined : argumentOf(call, 0)
  if (call === undefined || target === undefined || callAt(call).args.length > 1 || callAt(call).result !== 'dropped') return undefined
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  if (callee.kind !== 'member' || callee.optional || callAt(call).hasSpread) return undefined
  const source = refTo(call.file, callee.object), { at, end } = callAt(call), { start } = copyOf(source)
  if (start !== at || isPipe(source.file, source.id) || !isFree(call.file)) return undefined
  return {
    description: 'Use stream.pipeline(), which destroys the source when the client leaves',
    edits: [
      { kind: 'replace', start: at, end, text: [`${NAME}(`, copyOf(source), ', ', copyOf(target), ', error => { if (error) process.emitWarning(error) })'] },
      { kind: 'import', name: NAME, from: 'node:stream' },
    ],
  }
}

/** `a.pipe(b).pipe(res)`: the streams between are arguments too. */
function isPipe(file: Defect['hold']['fn']['file'], id: number): boolean {
  const value = file.values[id]!, callee = value.kind === 'call' ? file.values[file.calls[value.call]!.callee]! : undefined
  return callee?.kind === 'member' && callee.property === 'pipe'
}

/** Nothing else has the name, but the function itself. */
function isFree({ bindings, imports }: Defect['hold']['fn']['file']): boolean {
  return bindings.every((binding, id) => binding.name !== NAME || imports.some(imported => imported.binding === id && imported.name === NAME && /^(node:)?stream$/.test(imported.specifier)))
}
