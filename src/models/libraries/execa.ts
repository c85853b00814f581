// https://github.com/sindresorhus/execa/blob/main/docs/termination.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'execa#execa', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'execa#execaNode', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'execa#execaCommand', role: 'type', returns: 'node:child_process#ChildProcess' },
  { symbol: 'execa#execa', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done', 'arg[last].cancelSignal'], releasedBy: ['node:child_process#ChildProcess.kill'], note: 'ends when the program it runs ends' },
  { symbol: 'execa#execaNode', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done', 'arg[last].cancelSignal'], releasedBy: ['node:child_process#ChildProcess.kill'] },
  { symbol: 'execa#execaCommand', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done', 'arg[last].cancelSignal'], releasedBy: ['node:child_process#ChildProcess.kill'] },
] as const satisfies readonly ModelRow[]
