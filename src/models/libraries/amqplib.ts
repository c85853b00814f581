// https://amqp-node.github.io/amqplib/channel_api.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'amqplib#ChannelModel', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'amqplib#Channel', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'amqplib#ConfirmChannel', role: 'type', extends: ['amqplib#Channel'] },
  { symbol: 'amqplib#ConsumeMessage', role: 'type', lifetime: 'event' },
  { symbol: 'amqplib#connect', role: 'type', returns: 'amqplib#ChannelModel' },
  { symbol: 'amqplib#ChannelModel.createChannel', role: 'type', returns: 'amqplib#Channel' },
  { symbol: 'amqplib#ChannelModel.createConfirmChannel', role: 'type', returns: 'amqplib#ConfirmChannel' },
  { symbol: 'amqplib#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['amqplib#ChannelModel.close'] },
  { symbol: 'amqplib#ChannelModel.createChannel', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['amqplib#Channel.close'], note: 'the broker and the connection keep it until it is closed' },
  { symbol: 'amqplib#ChannelModel.createConfirmChannel', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['amqplib#Channel.close'] },
  { symbol: 'amqplib#Channel.consume', role: 'entry', calls: 'arg[1]', event: 'message', params: ['amqplib#ConsumeMessage'], label: 'every message of {arg[0]}' },
  { symbol: 'amqplib#ChannelModel.close', role: 'teardown' },
  { symbol: 'amqplib#Channel.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
