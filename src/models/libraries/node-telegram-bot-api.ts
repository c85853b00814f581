// https://github.com/yagop/node-telegram-bot-api/blob/master/doc/api.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-telegram-bot-api#default', role: 'type', extends: ['node:events#EventEmitter'], note: 'the class TelegramBot' },
  { symbol: 'node-telegram-bot-api#default.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'text', 'photo', 'document', 'audio', 'video', 'voice', 'sticker', 'location', 'contact', 'callback_query', 'inline_query', 'channel_post', 'edited_message', 'new_chat_members', 'left_chat_member', 'pre_checkout_query', 'successful_payment'] }, label: "every '{arg[0]}' of the bot" },
  { symbol: 'node-telegram-bot-api#default.onText', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every message that fits' },
  { symbol: 'node-telegram-bot-api#default.onText', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]'], releasedBy: ['node-telegram-bot-api#default.removeTextListener'] },
  { symbol: 'node-telegram-bot-api#default.removeTextListener', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'node-telegram-bot-api#default.onReplyToMessage', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[2]', handle: 'return', reason: 'removeReplyListener() ends it, by the number that it gives; it stays after the reply' },
  { symbol: 'node-telegram-bot-api#default', role: 'acquire', resource: 'resource', holder: 'process', isClient: true, onlyWith: { 'arg[1].polling': [true] }, releasedBy: ['node-telegram-bot-api#default.stopPolling'], handle: 'return' },
  { symbol: 'node-telegram-bot-api#default.startPolling', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['node-telegram-bot-api#default.stopPolling'], setup: true },
  { symbol: 'node-telegram-bot-api#default.openWebHook', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['node-telegram-bot-api#default.closeWebHook'], setup: true },
  { symbol: 'node-telegram-bot-api#default.stopPolling', role: 'teardown' },
  { symbol: 'node-telegram-bot-api#default.closeWebHook', role: 'teardown' },
] as const satisfies readonly ModelRow[]
