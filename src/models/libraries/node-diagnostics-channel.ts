// https://nodejs.org/api/diagnostics_channel.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:diagnostics_channel#Channel', role: 'type', lifetime: 'process' },
  { symbol: 'node:diagnostics_channel#TracingChannel', role: 'type', lifetime: 'process' },
  { symbol: 'node:diagnostics_channel#channel', role: 'type', returns: 'node:diagnostics_channel#Channel' },
  { symbol: 'node:diagnostics_channel#tracingChannel', role: 'type', returns: 'node:diagnostics_channel#TracingChannel' },
  { symbol: 'node:diagnostics_channel#subscribe', role: 'acquire', resource: 'listener', holder: 'process', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], releasedBy: ['node:diagnostics_channel#unsubscribe'] },
  { symbol: 'node:diagnostics_channel#unsubscribe', role: 'release', resource: 'listener', holder: 'process', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'node:diagnostics_channel#Channel.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'] },
  { symbol: 'node:diagnostics_channel#Channel.unsubscribe', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'node:diagnostics_channel#TracingChannel.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'] },
  { symbol: 'node:diagnostics_channel#TracingChannel.unsubscribe', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'node:diagnostics_channel#subscribe', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every message on {arg[0]}' },
  { symbol: 'node:diagnostics_channel#Channel.subscribe', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every message on the channel' },
] as const satisfies readonly ModelRow[]
