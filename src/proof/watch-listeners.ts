import { EventEmitter, getEventListeners } from 'node:events'
import { WeakList } from './weak-list.ts'

export interface ListenerWatch {
  /** Listeners that are registered now, on what got any since the watch began. */
  count(): number
  /** How many weak references the watch itself keeps. */
  readonly refs: number
  stop(): void
}

/**
 * Remembers which emitters and event targets get listeners, weakly, and counts their listeners when asked: so that listeners which are removed, which
 * fired once, or whose emitter is gone do not count, however that came about.
 */
export function watchListeners(): ListenerWatch {
  const emitters = new WeakList<EventEmitter>()
  const targets = new Map<string, WeakList<EventTarget>>()
  // once and prependOnceListener call these
  const restores = [
    ...(['on', 'addListener', 'prependListener'] as const).map(method => spy(EventEmitter.prototype, method, emitter => { emitters.add(emitter) })),
    spy(EventTarget.prototype, 'addEventListener', (target, type) => {
      const name = String(type)
      let known = targets.get(name)
      if (known === undefined) targets.set(name, known = new WeakList())
      known.add(target)
    }),
  ]
  return {
    count() {
      emitters.prune()
      for (const known of targets.values()) known.prune()
      const ofTargets = Array.from(targets, ([type, known]) => known.sum(target => getEventListeners(target, type).length))
      return ofTargets.reduce((total, count) => total + count, emitters.sum(listenersOf))
    },
    get refs() { return Array.from(targets.values(), known => known.size).reduce((total, size) => total + size, emitters.size) },
    stop() { for (const restore of restores) restore() },
  }
}

function listenersOf(emitter: EventEmitter): number {
  return emitter.eventNames().reduce((total, name) => total + emitter.listenerCount(name), 0)
}

/** Calls `see` before each call of a method; gives what ends that. */
function spy<Owner extends object>(owner: Owner, method: keyof Owner, see: (self: Owner, ...args: readonly unknown[]) => void): () => void {
  const original = Object.getOwnPropertyDescriptor(owner, method)
  const run = owner[method] as (this: Owner, ...args: unknown[]) => unknown
  const watched = function (this: Owner, ...args: unknown[]): unknown {
    see(this, ...args)
    return run.apply(this, args)
  }
  Object.defineProperty(owner, method, { ...original, value: watched })
  return () => {
    // a library that has replaced it meanwhile keeps its own
    if (owner[method] === watched as unknown && original !== undefined) Object.defineProperty(owner, method, original)
  }
}
