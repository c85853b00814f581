// https://nodejs.org/api/cluster.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:cluster#default', role: 'type', returns: 'node:cluster#Cluster', extends: ['node:cluster#Cluster'], lifetime: 'process' },
  { symbol: 'node:cluster#Cluster', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'process' },
  { symbol: 'node:cluster#Worker', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:cluster#Cluster.fork', role: 'type', returns: 'node:cluster#Worker' },
  { symbol: 'node:cluster#Cluster.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'exit', 'disconnect', 'fork', 'online', 'listening'] }, params: ['node:cluster#Worker'], label: "every '{arg[0]}' of a worker" },
  { symbol: 'node:cluster#Worker.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the worker' },
  { symbol: 'node:cluster#Worker.kill', role: 'teardown' },
  { symbol: 'node:cluster#Worker.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
