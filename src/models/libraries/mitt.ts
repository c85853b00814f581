// https://github.com/developit/mitt#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mitt#Emitter', role: 'type' },
  { symbol: 'mitt#default', role: 'type', returns: 'mitt#Emitter' },
  { symbol: 'mitt#Emitter.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'mitt#Emitter.off', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'], note: 'without a listener it removes all of the event' },
] as const satisfies readonly ModelRow[]
