// https://github.com/expressjs/session#sessionoptions
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'express-session#default', role: 'bound', options: 'arg[0]', anyOf: ['store'], grows: 'the default MemoryStore of express-session', note: 'it keeps expired sessions until they are read; 365 B each, one for every client without a cookie when saveUninitialized is true' },
] as const satisfies readonly ModelRow[]
