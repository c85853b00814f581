// https://github.com/mscdex/busboy#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'busboy#Busboy', role: 'type', extends: ['node:stream#Writable'], lifetime: 'event' },
  { symbol: 'busboy#default', role: 'type', returns: 'busboy#Busboy' },
  { symbol: 'busboy#Busboy.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': 'file' }, params: [null, 'node:stream#Readable', null] },
  { symbol: 'busboy#Busboy.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['field', 'filesLimit', 'fieldsLimit', 'partsLimit'] } },
] as const satisfies readonly ModelRow[]
