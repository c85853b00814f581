// https://github.com/amasad/sane#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'sane#Watcher', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'sane#default', role: 'type', returns: 'sane#Watcher' },
  { symbol: 'sane#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['sane#Watcher.close'] },
  { symbol: 'sane#Watcher.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['add', 'change', 'delete', 'all'] }, label: 'every file change' },
  { symbol: 'sane#Watcher.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
