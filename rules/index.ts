import type { Rule } from '../src/verdict/rule.ts'
import noCapturedRequest from './no-captured-request.ts'
import noIgnoredDisposer from './no-ignored-disposer.ts'
import noIneffectiveRemoval from './no-ineffective-removal.ts'
import noLeakyPipe from './no-leaky-pipe.ts'
import noOverwrittenHandle from './no-overwritten-handle.ts'
import noPartialRelease from './no-partial-release.ts'
import noRaceWithLongLivedPromise from './no-race-with-long-lived-promise.ts'
import noUnboundedCache from './no-unbounded-cache.ts'
import noUnboundedCollection from './no-unbounded-collection.ts'
import noUnclearedInterval from './no-uncleared-interval.ts'
import noUnclearedTimeout from './no-uncleared-timeout.ts'
import noUndisposedResource from './no-undisposed-resource.ts'
import noUnreleasedListener from './no-unreleased-listener.ts'
import noUnsettledWait from './no-unsettled-wait.ts'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  noUnreleasedListener, noIneffectiveRemoval, noIgnoredDisposer, noUnboundedCollection, noUnboundedCache, noUnclearedInterval, noUnclearedTimeout, noCapturedRequest, noUndisposedResource, noOverwrittenHandle, noLeakyPipe, noPartialRelease, noRaceWithLongLivedPromise, noUnsettledWait,
]
