// https://rxjs.dev/guide/subject
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'rxjs#Observable', role: 'type' },
  { symbol: 'rxjs#Subject', role: 'type', extends: ['rxjs#Observable'] },
  { symbol: 'rxjs#BehaviorSubject', role: 'type', extends: ['rxjs#Subject'] },
  { symbol: 'rxjs#ReplaySubject', role: 'type', extends: ['rxjs#Subject'] },
  { symbol: 'rxjs#Subscription', role: 'type' },
  { symbol: 'rxjs#Observable.subscribe', role: 'type', returns: 'rxjs#Subscription' },
  { symbol: 'rxjs#Subject.subscribe', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every value' },
  { symbol: 'rxjs#Subject.subscribe', role: 'entry', calls: 'arg[0].next', event: 'message', label: 'every value' },
  { symbol: 'rxjs#Subject.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', handle: 'return', disposedBy: ['unsubscribe', 'add'], note: '1.7 KB each; no row for other observables: those that complete let go by themselves' },
  { symbol: 'rxjs#ReplaySubject', role: 'bound', options: 'arg[0]', anyOf: [], grows: 'a ReplaySubject without a size', note: 'it keeps all that it was ever given' },
  { symbol: 'rxjs#Subscription.unsubscribe', role: 'teardown' },
] as const satisfies readonly ModelRow[]
