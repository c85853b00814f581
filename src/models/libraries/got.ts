// https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'got#default', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'], note: 'it waits for ever unless told' },
  { symbol: 'got#got', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#post', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#put', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#patch', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#delete', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'got#head', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
] as const satisfies readonly ModelRow[]
