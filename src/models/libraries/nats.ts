// https://github.com/nats-io/nats.js
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'nats#NatsConnection', role: 'type' },
  { symbol: '@nats-io/nats-core#NatsConnection', role: 'type', extends: ['nats#NatsConnection'] },
  { symbol: '@nats-io/transport-node#NatsConnection', role: 'type', extends: ['nats#NatsConnection'] },
  { symbol: 'nats#connect', role: 'type', returns: 'nats#NatsConnection' },
  { symbol: '@nats-io/transport-node#connect', role: 'type', returns: 'nats#NatsConnection' },
  { symbol: 'nats#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['nats#NatsConnection.close', 'nats#NatsConnection.drain'] },
  { symbol: '@nats-io/transport-node#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['nats#NatsConnection.close', 'nats#NatsConnection.drain'] },
  { symbol: 'nats#NatsConnection.subscribe', role: 'acquire', resource: 'listener', holder: 'this', handle: 'return', unless: { 'arg[1].max': 1 }, disposedBy: ['unsubscribe', 'drain'] },
  { symbol: 'nats#NatsConnection.subscribe', role: 'entry', calls: 'arg[1].callback', event: 'message', label: 'every message on {arg[0]}' },
  { symbol: 'nats#NatsConnection.close', role: 'teardown' },
  { symbol: 'nats#NatsConnection.drain', role: 'teardown' },
] as const satisfies readonly ModelRow[]
