// https://docs.wwebjs.dev/Client.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'whatsapp-web.js#Client', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'whatsapp-web.js#Client.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'message_create', 'message_ack', 'message_edit', 'message_reaction', 'message_revoke_everyone', 'media_uploaded', 'group_join', 'group_leave', 'group_update', 'call'] }, label: "every '{arg[0]}' event" },
  { symbol: 'whatsapp-web.js#Client.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['ready', 'authenticated', 'auth_failure', 'remote_session_saved'] } },
  { symbol: 'whatsapp-web.js#Client.initialize', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['whatsapp-web.js#Client.destroy'], note: 'a browser of its own process' },
  { symbol: 'whatsapp-web.js#Client.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
