// https://baileys.wiki
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@whiskeysockets/baileys#WASocket', role: 'type', note: 'what makeWASocket gives' },
  { symbol: '@whiskeysockets/baileys#BaileysEventEmitter', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: '@whiskeysockets/baileys#WASocket.ev', role: 'type', returns: '@whiskeysockets/baileys#BaileysEventEmitter' },
  { symbol: '@whiskeysockets/baileys#default', role: 'type', returns: '@whiskeysockets/baileys#WASocket' },
  { symbol: '@whiskeysockets/baileys#makeWASocket', role: 'type', returns: '@whiskeysockets/baileys#WASocket' },
  { symbol: '@whiskeysockets/baileys#BaileysEventEmitter.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['messages.upsert', 'messages.update', 'messages.reaction', 'message-receipt.update', 'chats.update', 'contacts.update', 'groups.update', 'group-participants.update', 'presence.update', 'call'] }, label: "every '{arg[0]}' event" },
  { symbol: '@whiskeysockets/baileys#WASocket.end', role: 'teardown' },
  { symbol: '@whiskeysockets/baileys#WASocket.logout', role: 'teardown' },
] as const satisfies readonly ModelRow[]
