// https://github.com/yuanchuan/node-watch#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-watch#Watcher', role: 'type', extends: ['node:fs#FSWatcher'] },
  { symbol: 'node-watch#default', role: 'type', returns: 'node-watch#Watcher' },
  { symbol: 'node-watch#default', role: 'acquire', resource: 'resource', holder: 'process', held: 'arg[last]', handle: 'return', isClient: true, releasedBy: ['node:fs#FSWatcher.close'] },
  { symbol: 'node-watch#default', role: 'entry', calls: 'arg[last]', event: 'message', label: 'every file change' },
] as const satisfies readonly ModelRow[]
