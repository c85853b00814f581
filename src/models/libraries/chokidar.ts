// https://github.com/paulmillr/chokidar#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'chokidar#FSWatcher', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'chokidar#watch', role: 'type', returns: 'chokidar#FSWatcher' },
  { symbol: 'chokidar#watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['chokidar#FSWatcher.close'] },
  { symbol: 'chokidar#FSWatcher.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['add', 'addDir', 'change', 'unlink', 'unlinkDir', 'all', 'raw'] }, label: 'every file change' },
  { symbol: 'chokidar#FSWatcher.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
