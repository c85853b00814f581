// https://ajv.js.org/guide/managing-schemas.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ajv#Ajv', role: 'type' },
  { symbol: 'ajv#default', role: 'type', extends: ['ajv#Ajv'] },
  { symbol: 'ajv#Ajv.compile', role: 'acquire', resource: 'collection', holder: 'this', held: 'return', key: ['arg[0]'], reason: 'removeSchema() does not free what was compiled', note: 'it keeps a function for each schema object: 3.5 KB' },
  { symbol: 'ajv#Ajv.validate', role: 'acquire', resource: 'collection', holder: 'this', held: 'return', key: ['arg[0]'], reason: 'removeSchema() does not free what was compiled', note: 'it compiles a schema object that it has not seen' },
] as const satisfies readonly ModelRow[]
