// https://github.com/nats-io/nats.js
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'nats#NatsConnection', role: 'type' },
  { symbol: 'nats#connect', role: 'type', returns: 'nats#NatsConnection' },
  { symbol: 'nats#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['nats#NatsConnection.close', 'nats#NatsConnection.drain'] },
  { symbol: 'nats#NatsConnection.close', role: 'teardown' },
  { symbol: 'nats#NatsConnection.drain', role: 'teardown' },
] as const satisfies readonly ModelRow[]
