// https://github.com/ai/nanoevents#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'nanoevents#Emitter', role: 'type' },
  { symbol: 'nanoevents#createNanoEvents', role: 'type', returns: 'nanoevents#Emitter' },
  { symbol: 'nanoevents#Emitter.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', handle: 'return', disposedBy: ['()'] },
] as const satisfies readonly ModelRow[]
