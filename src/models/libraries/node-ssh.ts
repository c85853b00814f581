// https://github.com/steelbrain/node-ssh#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-ssh#NodeSSH', role: 'type' },
  { symbol: 'node-ssh#NodeSSH', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['node-ssh#NodeSSH.dispose'], note: 'a connection, once it is connected' },
  { symbol: 'node-ssh#NodeSSH.dispose', role: 'teardown' },
] as const satisfies readonly ModelRow[]
