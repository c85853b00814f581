// https://microsoft.github.io/etcd3/classes/etcd3.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'etcd3#Namespace', role: 'type' },
  { symbol: 'etcd3#Etcd3', role: 'type', extends: ['etcd3#Namespace'] },
  { symbol: 'etcd3#WatchBuilder', role: 'type' },
  { symbol: 'etcd3#Watcher', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'etcd3#Lease', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'etcd3#Namespace.watch', role: 'type', returns: 'etcd3#WatchBuilder' },
  { symbol: 'etcd3#WatchBuilder.key', role: 'type', returns: 'etcd3#WatchBuilder' },
  { symbol: 'etcd3#WatchBuilder.prefix', role: 'type', returns: 'etcd3#WatchBuilder' },
  { symbol: 'etcd3#WatchBuilder.create', role: 'type', returns: 'etcd3#Watcher' },
  { symbol: 'etcd3#Namespace.lease', role: 'type', returns: 'etcd3#Lease' },
  { symbol: 'etcd3#Etcd3', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['etcd3#Etcd3.close'], note: 'its gRPC channels stay open' },
  { symbol: 'etcd3#WatchBuilder.create', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['etcd3#Watcher.cancel'] },
  { symbol: 'etcd3#Namespace.lease', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['etcd3#Lease.revoke', 'etcd3#Lease.release'], note: 'it is kept alive until it is revoked or released' },
  { symbol: 'etcd3#Watcher.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['put', 'delete', 'data'] }, label: "every '{arg[0]}'" },
  { symbol: 'etcd3#Etcd3.close', role: 'teardown' },
  { symbol: 'etcd3#Watcher.cancel', role: 'teardown' },
  { symbol: 'etcd3#Lease.revoke', role: 'teardown' },
  { symbol: 'etcd3#Lease.release', role: 'teardown' },
] as const satisfies readonly ModelRow[]
