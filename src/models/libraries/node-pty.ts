// https://github.com/microsoft/node-pty#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-pty#IPty', role: 'type' },
  { symbol: 'node-pty#spawn', role: 'type', returns: 'node-pty#IPty' },
  { symbol: 'node-pty#spawn', role: 'acquire', resource: 'resource', holder: 'process', endsBy: ['done'], releasedBy: ['node-pty#IPty.kill'], note: 'ends when the program it runs ends', handle: 'return' },
  { symbol: 'node-pty#IPty.onData', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every output of the terminal' },
  { symbol: 'node-pty#IPty.onExit', role: 'entry', calls: 'arg[0]', event: 'call' },
  { symbol: 'node-pty#IPty.onData', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', handle: 'return', disposedBy: ['dispose'] },
  { symbol: 'node-pty#IPty.onExit', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', handle: 'return', disposedBy: ['dispose'] },
  { symbol: 'node-pty#IPty.kill', role: 'teardown' },
] as const satisfies readonly ModelRow[]
