import { clearTimeout, setTimeout } from 'node:timers'
import { activeTimers } from './active-handles.ts'
import { WeakList } from './weak-list.ts'

export interface TimerWatch {
  /** Timers that will still fire. */
  count(): number
  /** How many weak references the watch itself keeps. */
  readonly refs: number
  stop(): void
}

type Timer = NodeJS.Timeout & { readonly _destroyed?: boolean }

/** Node.js counts the timers that keep the process alive; those that were told not to are remembered here, weakly, when they are told. */
export function watchTimers(): TimerWatch {
  const quiet = new WeakList<Timer>()
  const prototype = prototypeOfTimers()
  const unref = prototype.unref
  const watched = function (this: Timer): Timer {
    quiet.add(this)
    return unref.call(this) as Timer
  }
  prototype.unref = watched
  return {
    count() {
      quiet.prune()
      return activeTimers() + quiet.sum(timer => timer.hasRef() || timer._destroyed === true ? 0 : 1)
    },
    get refs() { return quiet.size },
    stop() { if (prototype.unref === watched) prototype.unref = unref },
  }
}

function prototypeOfTimers(): { unref: () => Timer } {
  const timer = setTimeout(() => {}, 0)
  clearTimeout(timer)
  return Object.getPrototypeOf(timer) as { unref: () => Timer }
}
