import type { Place } from '../link/places.ts'
import type { EventOf } from '../link/events.ts'
import type { Confidence, Coverage, Lifetime, Severity } from './finding.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'

/** What can be wrong with a hold: closed, so that every rule says which it reports. */
export type DefectKind =
  | 'listener-kept' | 'abort-listener-kept' | 'disposer-ignored' | 'listener-removal-ineffective' | 'timer-clear-ineffective'
  | 'collection-grows' | 'cache-grows' | 'store-grows'
  | 'resource-kept' | 'handle-overwritten' | 'pipe-left' | 'pipe-kept' | 'wait-unsettled' | 'interval-kept' | 'interval-overwritten' | 'timeout-kept' | 'request-captured' | 'race-lasting' | 'partly-released' | 'timeline-grows' | 'module-reloaded' | 'wrapper-grows' | 'loop-unstoppable' | 'recursion-unsettled' | 'released-on-finish' | 'warning-silenced' | 'response-unread' | 'wait-unbounded' | 'peer-kept' | 'snapshot-exposed' | 'slice-kept' | 'context-shared' | 'client-per-event' | 'label-grows' | 'key-unreachable'

/** An unmet obligation, with the evidence. */
export interface Defect {
  readonly kind: DefectKind
  readonly hold: Hold
  readonly confidence: Confidence
  readonly severity?: Severity
  readonly coverage: Coverage
  /** The holder as source text, and how long it lives. */
  readonly holder: string
  readonly lifetime: Lifetime
  readonly event: EventOf
  /** The release that exists and does not do. */
  readonly release?: Release
  /** What the release misses: `a rejected await`, `the 'error' event`. */
  readonly missing?: string
  /** What else a message wants to name: the event, the key, the captured variable. */
  readonly subject: string
  readonly place: Place
  /** The member that would release it, where a row says so: `off`. */
  readonly releaseName?: string
}
