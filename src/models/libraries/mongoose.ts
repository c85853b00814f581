// https://mongoosejs.com/docs/connections.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mongoose#Connection', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mongoose#Model', role: 'type' },
  { symbol: 'mongoose#createConnection', role: 'type', returns: 'mongoose#Connection' },
  { symbol: 'mongoose#model', role: 'type', returns: 'mongoose#Model' },
  { symbol: 'mongoose#startSession', role: 'type', returns: 'mongodb#ClientSession' },
  { symbol: 'mongoose#Connection.startSession', role: 'type', returns: 'mongodb#ClientSession' },
  { symbol: 'mongoose#Connection.watch', role: 'type', returns: 'mongodb#ChangeStream' },
  { symbol: 'mongoose#Model.watch', role: 'type', returns: 'mongodb#ChangeStream' },
  { symbol: 'mongoose#createConnection', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mongoose#Connection.close', 'mongoose#Connection.destroy'], note: 'a pool of its own, and a place in mongoose.connections' },
  { symbol: 'mongoose#startSession', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ClientSession.endSession'] },
  { symbol: 'mongoose#Connection.startSession', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['mongodb#ClientSession.endSession'] },
  { symbol: 'mongoose#Connection.watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ChangeStream.close'] },
  { symbol: 'mongoose#Model.watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ChangeStream.close'] },
  { symbol: 'mongoose#Connection.close', role: 'teardown' },
  { symbol: 'mongoose#Connection.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
