// https://github.com/gajus/slonik#ending-connection-pool
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'slonik#DatabasePool', role: 'type' },
  { symbol: 'slonik#createPool', role: 'type', returns: 'slonik#DatabasePool' },
  { symbol: 'slonik#createPool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['slonik#DatabasePool.end'], note: 'connections that nobody uses close after a while' },
  { symbol: 'slonik#DatabasePool.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
