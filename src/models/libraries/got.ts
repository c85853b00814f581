// https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'got#default', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'], note: 'it waits for ever unless told' },
  { symbol: 'got#got', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
] as const satisfies readonly ModelRow[]
