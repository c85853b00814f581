// https://nodejs.org/api/readline.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:readline#Interface', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:readline/promises#Interface', role: 'type', extends: ['node:readline#Interface'] },
  { symbol: 'node:readline#createInterface', role: 'type', returns: 'node:readline#Interface' },
  { symbol: 'node:readline/promises#createInterface', role: 'type', returns: 'node:readline/promises#Interface' },
  { symbol: 'node:readline#createInterface', role: 'acquire', resource: 'resource', holder: 'arg[0].input', handle: 'return', endsBy: ['done', 'arg[0].signal'], releasedBy: ['node:readline#Interface.close'], note: 'its listeners stay on the input until that ends' },
  { symbol: 'node:readline/promises#createInterface', role: 'acquire', resource: 'resource', holder: 'arg[0].input', handle: 'return', endsBy: ['done', 'arg[0].signal'], releasedBy: ['node:readline#Interface.close'], note: 'its listeners stay on the input until that ends' },
  { symbol: 'node:readline#Interface.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'line' }, label: 'every line' },
  { symbol: 'node:readline#Interface.question', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:readline#Interface.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
