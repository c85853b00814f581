// https://github.com/jwalton/node-amqp-connection-manager#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'amqp-connection-manager#AmqpConnectionManager', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'amqp-connection-manager#ChannelWrapper', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'amqp-connection-manager#connect', role: 'type', returns: 'amqp-connection-manager#AmqpConnectionManager' },
  { symbol: 'amqp-connection-manager#AmqpConnectionManager.createChannel', role: 'type', returns: 'amqp-connection-manager#ChannelWrapper' },
  { symbol: 'amqp-connection-manager#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['amqp-connection-manager#AmqpConnectionManager.close'], note: 'it connects again and again until it is closed' },
  { symbol: 'amqp-connection-manager#AmqpConnectionManager.createChannel', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['amqp-connection-manager#ChannelWrapper.close'], note: 'the manager keeps the channel, to open it again' },
  { symbol: 'amqp-connection-manager#ChannelWrapper.consume', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every message of {arg[0]}' },
  { symbol: 'amqp-connection-manager#ChannelWrapper.addSetup', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'], releasedBy: ['amqp-connection-manager#ChannelWrapper.removeSetup'] },
  { symbol: 'amqp-connection-manager#ChannelWrapper.removeSetup', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'amqp-connection-manager#AmqpConnectionManager.close', role: 'teardown' },
  { symbol: 'amqp-connection-manager#ChannelWrapper.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
