// https://amqp-node.github.io/amqplib/channel_api.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'amqplib#ChannelModel', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'amqplib#connect', role: 'type', returns: 'amqplib#ChannelModel' },
  { symbol: 'amqplib#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['amqplib#ChannelModel.close'] },
  { symbol: 'amqplib#ChannelModel.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
