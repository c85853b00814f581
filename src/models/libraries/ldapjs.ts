// https://github.com/ldapjs/node-ldapjs/blob/master/docs/client.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ldapjs#Client', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ldapjs#createClient', role: 'type', returns: 'ldapjs#Client' },
  { symbol: 'ldapjs#createClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ldapjs#Client.unbind', 'ldapjs#Client.destroy'], note: 'it connects when it is made' },
  { symbol: 'ldapjs#Client.unbind', role: 'teardown' },
  { symbol: 'ldapjs#Client.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
