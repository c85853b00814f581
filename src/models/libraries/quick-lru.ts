// https://github.com/sindresorhus/quick-lru#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'quick-lru#default', role: 'bound', options: 'arg[0]', anyOf: ['maxSize'], isRequired: true, limit: 'maxSize', grows: 'a quick-lru without an end', note: 'it throws without maxSize, and takes Infinity; maxAge alone does not bound it: expired entries stay until they are read' },
] as const satisfies readonly ModelRow[]
