// https://github.com/patrickjuchli/basic-ftp#client-api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'basic-ftp#Client', role: 'type' },
  { symbol: 'basic-ftp#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['basic-ftp#Client.close'], note: 'a connection, once it is connected' },
  { symbol: 'basic-ftp#Client.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
