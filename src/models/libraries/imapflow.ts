// https://imapflow.com/docs/api/imapflow-client
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'imapflow#ImapFlow', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'imapflow#ImapFlow', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['imapflow#ImapFlow.logout', 'imapflow#ImapFlow.close'], note: 'a connection, once it is connected' },
  { symbol: 'imapflow#ImapFlow.logout', role: 'teardown' },
  { symbol: 'imapflow#ImapFlow.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
