// https://rxjs.dev/guide/subject
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'rxjs#Observable', role: 'type' },
  { symbol: 'rxjs#Subject', role: 'type', extends: ['rxjs#Observable'] },
  { symbol: 'rxjs#BehaviorSubject', role: 'type', extends: ['rxjs#Subject'] },
  { symbol: 'rxjs#ReplaySubject', role: 'type', extends: ['rxjs#Subject'] },
  { symbol: 'rxjs#Subscription', role: 'type' },
  { symbol: 'rxjs#Observable.subscribe', role: 'type', returns: 'rxjs#Subscription' },
  { symbol: 'rxjs#Observable.pipe', role: 'type', returns: 'rxjs#Observable' },
  { symbol: 'rxjs#Subject.pipe', role: 'type', returns: 'rxjs#Observable', isView: true, onlyGiven: ['rxjs#audit', 'rxjs/operators#audit', 'rxjs#auditTime', 'rxjs/operators#auditTime', 'rxjs#buffer', 'rxjs/operators#buffer', 'rxjs#bufferCount', 'rxjs/operators#bufferCount', 'rxjs#bufferTime', 'rxjs/operators#bufferTime', 'rxjs#catchError', 'rxjs/operators#catchError', 'rxjs#concatMap', 'rxjs/operators#concatMap', 'rxjs#concatWith', 'rxjs/operators#concatWith', 'rxjs#debounce', 'rxjs/operators#debounce', 'rxjs#debounceTime', 'rxjs/operators#debounceTime', 'rxjs#delay', 'rxjs/operators#delay', 'rxjs#distinct', 'rxjs/operators#distinct', 'rxjs#distinctUntilChanged', 'rxjs/operators#distinctUntilChanged', 'rxjs#distinctUntilKeyChanged', 'rxjs/operators#distinctUntilKeyChanged', 'rxjs#exhaustMap', 'rxjs/operators#exhaustMap', 'rxjs#filter', 'rxjs/operators#filter', 'rxjs#finalize', 'rxjs/operators#finalize', 'rxjs#groupBy', 'rxjs/operators#groupBy', 'rxjs#ignoreElements', 'rxjs/operators#ignoreElements', 'rxjs#map', 'rxjs/operators#map', 'rxjs#mapTo', 'rxjs/operators#mapTo', 'rxjs#mergeMap', 'rxjs/operators#mergeMap', 'rxjs#mergeWith', 'rxjs/operators#mergeWith', 'rxjs#observeOn', 'rxjs/operators#observeOn', 'rxjs#pairwise', 'rxjs/operators#pairwise', 'rxjs#pluck', 'rxjs/operators#pluck', 'rxjs#publish', 'rxjs/operators#publish', 'rxjs#retry', 'rxjs/operators#retry', 'rxjs#sample', 'rxjs/operators#sample', 'rxjs#sampleTime', 'rxjs/operators#sampleTime', 'rxjs#scan', 'rxjs/operators#scan', 'rxjs#share', 'rxjs/operators#share', 'rxjs#shareReplay', 'rxjs/operators#shareReplay', 'rxjs#skip', 'rxjs/operators#skip', 'rxjs#skipUntil', 'rxjs/operators#skipUntil', 'rxjs#skipWhile', 'rxjs/operators#skipWhile', 'rxjs#startWith', 'rxjs/operators#startWith', 'rxjs#switchMap', 'rxjs/operators#switchMap', 'rxjs#tap', 'rxjs/operators#tap', 'rxjs#throttle', 'rxjs/operators#throttle', 'rxjs#throttleTime', 'rxjs/operators#throttleTime', 'rxjs#timestamp', 'rxjs/operators#timestamp', 'rxjs#withLatestFrom', 'rxjs/operators#withLatestFrom'], note: 'operators that let values through until the subject completes; take, first and takeUntil may end before: 1.8 KB for a subscription behind one operator' },
  { symbol: 'rxjs#Subject.asObservable', role: 'type', returns: 'rxjs#Observable', isView: true, note: '2 KB for a subscription' },
  { symbol: 'rxjs#Subject.subscribe', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every value' },
  { symbol: 'rxjs#Subject.subscribe', role: 'entry', calls: 'arg[0].next', event: 'message', label: 'every value' },
  { symbol: 'rxjs#Subject.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', handle: 'return', disposedBy: ['unsubscribe', 'add'], note: '1.7 KB each; no row for other observables: those that complete let go by themselves' },
  { symbol: 'rxjs#ReplaySubject', role: 'bound', options: 'arg[0]', anyOf: [], grows: 'a ReplaySubject without a size', note: 'it keeps all that it was ever given' },
  { symbol: 'rxjs#Subscription.unsubscribe', role: 'teardown' },
] as const satisfies readonly ModelRow[]
