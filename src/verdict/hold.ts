import type { Guard } from '../facts/file-facts.ts'
import type { Place } from '../link/places.ts'
import type { CallRef, FunctionRef, ValueRef } from '../link/refs.ts'
import type { AcquireRow, Resource } from '../models/row.ts'

/** One acquire in the source: what is put under which holder, and by which means it could be released. */
export interface Hold {
  readonly resource: Resource
  /** The function whose body acquires. */
  readonly fn: FunctionRef
  readonly start: number
  readonly end: number
  /** The flow node's reference: a call or a write. */
  readonly node: { readonly kind: 'call' | 'write'; readonly ref: number }
  /** Absent for what the event loop or the process holds. */
  readonly holder?: ValueRef
  readonly place: Place
  /** What is kept alive: the listener, the inserted value, the timer's callback. */
  readonly held?: ValueRef
  /** The event name, the key. */
  readonly key?: ValueRef
  /** Where the value needed to release is kept: the timer id's variable or field. */
  readonly handle?: Place
  readonly call?: CallRef
  readonly row?: AcquireRow
  /** Known by what other callers of the same function do with its result. */
  readonly isOwed?: true
  /** Known by the shape of the call only, not by its declaration. */
  readonly isDuckTyped: boolean
  /** Ends at the first event. */
  readonly isOnce: boolean
  /** A collection that is looked up by the same key before: get or create. */
  readonly isCache: boolean
  readonly guards: readonly Guard[]
}
