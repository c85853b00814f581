import type { CodeRule, Rule } from '../src/verdict/rule.ts'
import noCapturedRequest from './no-captured-request.ts'
import noFinishOnlyCleanup from './no-finish-only-cleanup.ts'
import noClientPerEvent from './no-client-per-event.ts'
import noIgnoredDisposer from './no-ignored-disposer.ts'
import noIneffectiveRemoval from './no-ineffective-removal.ts'
import noLeakyPipe from './no-leaky-pipe.ts'
import noModuleReload from './no-module-reload.ts'
import noOverwrittenHandle from './no-overwritten-handle.ts'
import noPartialRelease from './no-partial-release.ts'
import noRaceWithLongLivedPromise from './no-race-with-long-lived-promise.ts'
import noSharedContextCapture from './no-shared-context-capture.ts'
import noSilencedListenerWarning from './no-silenced-listener-warning.ts'
import noExposedHeapSnapshot from './no-exposed-heap-snapshot.ts'
import noHeartbeat from './no-heartbeat.ts'
import noMaskedLeak from './no-masked-leak.ts'
import noMissingTimeout from './no-missing-timeout.ts'
import noRetainedSlice from './no-retained-slice.ts'
import noUnboundedCache from './no-unbounded-cache.ts'
import noUnboundedCollection from './no-unbounded-collection.ts'
import noUnboundedMetricLabels from './no-unbounded-metric-labels.ts'
import noUnclearedInterval from './no-uncleared-interval.ts'
import noUnclearedTimeout from './no-uncleared-timeout.ts'
import noUnclearedPerformanceEntries from './no-uncleared-performance-entries.ts'
import noUndisposedResource from './no-undisposed-resource.ts'
import noUnreleasedAbortListener from './no-unreleased-abort-listener.ts'
import noUnreachableKey from './no-unreachable-key.ts'
import noUnreleasedListener from './no-unreleased-listener.ts'
import noUnstoppableLoop from './no-unstoppable-loop.ts'
import noWrapperChain from './no-wrapper-chain.ts'
import noUnreadResponse from './no-unread-response.ts'
import noUnsettledWait from './no-unsettled-wait.ts'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  noUnreleasedListener, noUnreleasedAbortListener, noIneffectiveRemoval, noIgnoredDisposer, noSilencedListenerWarning, noUnboundedCollection,
  noUnboundedCache, noPartialRelease, noFinishOnlyCleanup, noUnreachableKey, noUnboundedMetricLabels, noUnclearedInterval,
  noUnclearedTimeout, noUnstoppableLoop, noCapturedRequest, noSharedContextCapture, noWrapperChain, noRaceWithLongLivedPromise, noUnsettledWait,
  noMissingTimeout, noClientPerEvent, noUndisposedResource, noOverwrittenHandle, noLeakyPipe, noUnreadResponse,
  noModuleReload, noUnclearedPerformanceEntries, noRetainedSlice, noHeartbeat, noExposedHeapSnapshot, noMaskedLeak,
]

/** Those of source code, which the plugin has as well. */
export const codeRules: readonly CodeRule[] = rules.filter(rule => rule.reads === 'code')
