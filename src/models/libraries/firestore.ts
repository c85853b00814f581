// https://firebase.google.com/docs/firestore/query-data/listen#detach_a_listener
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@google-cloud/firestore#Firestore', role: 'type' },
  { symbol: '@google-cloud/firestore#Query', role: 'type' },
  { symbol: '@google-cloud/firestore#CollectionReference', role: 'type', extends: ['@google-cloud/firestore#Query'] },
  { symbol: '@google-cloud/firestore#DocumentReference', role: 'type' },
  { symbol: '@google-cloud/firestore#Firestore.collection', role: 'type', returns: '@google-cloud/firestore#CollectionReference' },
  { symbol: '@google-cloud/firestore#Firestore.doc', role: 'type', returns: '@google-cloud/firestore#DocumentReference' },
  { symbol: '@google-cloud/firestore#CollectionReference.doc', role: 'type', returns: '@google-cloud/firestore#DocumentReference' },
  { symbol: '@google-cloud/firestore#Query.where', role: 'type', returns: '@google-cloud/firestore#Query' },
  { symbol: '@google-cloud/firestore#Query.orderBy', role: 'type', returns: '@google-cloud/firestore#Query' },
  { symbol: '@google-cloud/firestore#Query.limit', role: 'type', returns: '@google-cloud/firestore#Query' },
  { symbol: 'firebase-admin/firestore#getFirestore', role: 'type', returns: '@google-cloud/firestore#Firestore' },
  { symbol: 'firebase-admin#firestore', role: 'type', returns: '@google-cloud/firestore#Firestore' },
  { symbol: '@google-cloud/firestore#Query.onSnapshot', role: 'acquire', resource: 'listener', holder: 'process', held: 'arg[0]', handle: 'return', disposedBy: ['()'], note: 'the client keeps asking for changes until the listener is taken off' },
  { symbol: '@google-cloud/firestore#DocumentReference.onSnapshot', role: 'acquire', resource: 'listener', holder: 'process', held: 'arg[0]', handle: 'return', disposedBy: ['()'] },
  { symbol: '@google-cloud/firestore#Query.onSnapshot', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every change of the query' },
  { symbol: '@google-cloud/firestore#DocumentReference.onSnapshot', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every change of the document' },
] as const satisfies readonly ModelRow[]
