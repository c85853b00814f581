// https://mongodb.github.io/node-mongodb-native/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mongodb#MongoClient', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mongodb#Db', role: 'type' },
  { symbol: 'mongodb#Collection', role: 'type' },
  { symbol: 'mongodb#ChangeStream', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mongodb#ClientSession', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mongodb#MongoClient.connect', role: 'type', isStatic: true, returns: 'mongodb#MongoClient' },
  { symbol: 'mongodb#MongoClient.db', role: 'type', returns: 'mongodb#Db' },
  { symbol: 'mongodb#Db.collection', role: 'type', returns: 'mongodb#Collection' },
  { symbol: 'mongodb#MongoClient.startSession', role: 'type', returns: 'mongodb#ClientSession' },
  { symbol: 'mongodb#MongoClient.watch', role: 'type', returns: 'mongodb#ChangeStream' },
  { symbol: 'mongodb#Db.watch', role: 'type', returns: 'mongodb#ChangeStream' },
  { symbol: 'mongodb#Collection.watch', role: 'type', returns: 'mongodb#ChangeStream' },
  { symbol: 'mongodb#MongoClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mongodb#MongoClient.close'] },
  { symbol: 'mongodb#MongoClient.connect', role: 'acquire', resource: 'resource', isStatic: true, holder: 'process', handle: 'return', isClient: true, releasedBy: ['mongodb#MongoClient.close'] },
  { symbol: 'mongodb#MongoClient.startSession', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['mongodb#ClientSession.endSession'] },
  { symbol: 'mongodb#MongoClient.watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ChangeStream.close'] },
  { symbol: 'mongodb#Db.watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ChangeStream.close'] },
  { symbol: 'mongodb#Collection.watch', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['mongodb#ChangeStream.close'] },
  { symbol: 'mongodb#ChangeStream.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'change' }, label: 'every change' },
  { symbol: 'mongodb#MongoClient.close', role: 'teardown' },
  { symbol: 'mongodb#ChangeStream.close', role: 'teardown' },
  { symbol: 'mongodb#ClientSession.endSession', role: 'teardown' },
] as const satisfies readonly ModelRow[]
