import v8 from 'node:v8'
import vm from 'node:vm'
import { MeasureError } from './measure-error.ts'

/**
 * V8's full, synchronous garbage collection. Switched on where `--expose-gc` is missing.
 * @throws MeasureError where the runtime has none.
 */
export function collector(): () => void {
  const { gc } = globalThis as { gc?: () => void }
  const collect = typeof gc === 'function' ? gc : exposed()
  return () => { collect() }
}

function exposed(): () => void {
  if ('Bun' in globalThis || 'Deno' in globalThis) throw new MeasureError('garbage collection can be forced in Node.js only; run this in Node.js')
  try {
    v8.setFlagsFromString('--expose-gc')
    const gc: unknown = vm.runInNewContext('globalThis.gc')
    if (typeof gc === 'function') return gc as () => void
  } catch (error) {
    throw new MeasureError(NO_GC, { cause: error })
  }
  throw new MeasureError(NO_GC)
}

const NO_GC = 'garbage collection cannot be forced here; start Node.js with --expose-gc (for instance NODE_OPTIONS=--expose-gc, or node --expose-gc)'
