// https://nodejs.org/api/child_process.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:child_process#ChildProcess', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:child_process#ChildProcess.stdin', role: 'type', returns: 'node:stream#Writable' },
  { symbol: 'node:child_process#ChildProcess.stdout', role: 'type', returns: 'node:stream#Readable' },
  { symbol: 'node:child_process#ChildProcess.stderr', role: 'type', returns: 'node:stream#Readable' },
  { symbol: 'node:child_process#spawn', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'node:child_process#fork', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'node:child_process#exec', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'node:child_process#execFile', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'node:child_process#spawn', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done', 'arg[last].signal'], releasedBy: ['node:child_process#ChildProcess.kill'], note: 'ends when the program it runs ends' },
  { symbol: 'node:child_process#fork', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['arg[last].signal'], releasedBy: ['node:child_process#ChildProcess.kill', 'node:child_process#ChildProcess.disconnect'], note: 'a forked module with an open channel does not end by itself' },
  { symbol: 'node:child_process#exec', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:child_process#execFile', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:child_process#ChildProcess.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the child process' },
  { symbol: 'node:child_process#ChildProcess.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['spawn', 'disconnect'] } },
  { symbol: 'node:child_process#ChildProcess.kill', role: 'teardown' },
  { symbol: 'node:child_process#ChildProcess.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
