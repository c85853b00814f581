// https://nodejs.org/api/process.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:process#Process', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'process' },
  { symbol: 'global#process', role: 'type', returns: 'node:process#Process', extends: ['node:process#Process'], lifetime: 'process' },
  { symbol: 'node:process#default', role: 'type', returns: 'node:process#Process', extends: ['node:process#Process'], lifetime: 'process' },
  { symbol: 'global#NodeJS.Process', role: 'type', extends: ['node:process#Process'] },
  { symbol: 'node:process#Process.stdin', role: 'type', extends: ['node:stream#Readable'], lifetime: 'process' },
  { symbol: 'node:process#Process.stdout', role: 'type', extends: ['node:stream#Writable'], lifetime: 'process' },
  { symbol: 'node:process#Process.stderr', role: 'type', extends: ['node:stream#Writable'], lifetime: 'process' },
  { symbol: 'node:process#Process.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'SIGUSR2', 'exit', 'beforeExit', 'disconnect'] }, note: 'these end the process' },
  { symbol: 'node:process#Process.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, isCommand: true, label: "process '{arg[0]}'", note: 'a parent sends commands: start, stop, new settings' },
  { symbol: 'node:process#Process.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['uncaughtException', 'unhandledRejection', 'rejectionHandled', 'warning', 'multipleResolves'] }, label: "process '{arg[0]}'" },
  { symbol: 'node:process#Process.nextTick', role: 'entry', calls: 'arg[0]', event: 'call' },
] as const satisfies readonly ModelRow[]
