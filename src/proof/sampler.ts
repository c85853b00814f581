import process from 'node:process'
import { activeHandles } from './active-handles.ts'
import { collector } from './force-gc.ts'
import { openDescriptors } from './open-descriptors.ts'
import type { Sample } from './sample.ts'
import { settle, turn } from './settle.ts'
import { watchListeners } from './watch-listeners.ts'
import { watchTimers } from './watch-timers.ts'
import { WeakList } from './weak-list.ts'

export interface Sampler {
  readonly track: <T>(value: T) => T
  take(): Promise<Sample>
  /** What `take` does, without garbage collection and its time: what V8 learns of this code while it first runs is on the heap, too. */
  rehearse(): Promise<void>
  stop(): void
}

/**
 * Begins to watch what cannot be counted afterwards. One at a time.
 * @throws MeasureError where garbage collection cannot be forced.
 */
export function startSampler(milliseconds: number): Sampler {
  const collect = collector()
  const refBytes = bytesOfRef(collect)
  const tracked = new WeakList<object>()
  const listeners = watchListeners()
  const timers = watchTimers()
  const take = async (milliseconds: number, collect: () => void): Promise<Sample> => {
    await settle(milliseconds)
    const { counts, memory: { heapUsed, external } } = await countCollected(collect, () => {
      tracked.prune()
      return { listeners: listeners.count(), timers: timers.count(), reachable: tracked.size, handles: sum(activeHandles()), ...descriptors() }
    })
    const heap = heapUsed - refBytes * (tracked.size + listeners.refs + timers.refs)
    return { ...counts, bytes: heap + external, heap, external }
  }
  return {
    track(value) {
      if (typeof value === 'object' && value !== null || typeof value === 'function') tracked.add(value)
      return value
    },
    take: () => take(milliseconds, collect),
    rehearse: async () => { await take(0, () => {}) },
    stop() {
      listeners.stop()
      timers.stop()
    },
  }
}

/**
 * Counts and collects until the heap shrinks no more: finalizers let go of what only the next collection takes. Those of `fetch` take a listener off each
 * signal; counted once after two collections, the listeners of a whole batch were there at some samples and gone at others. What counting
 * leaves is gone with the last collection.
 */
async function countCollected<Counts>(collect: () => void, count: () => Counts): Promise<{ readonly counts: Counts, readonly memory: NodeJS.MemoryUsage }> {
  const collected = async (): Promise<NodeJS.MemoryUsage> => {
    await turn()
    collect()
    return process.memoryUsage()
  }
  let before = await collected()
  for (let round = 1; ; round++) {
    await turn()
    const counts = count(), memory = await collected()
    if (round === MOST_ROUNDS || bytesIn(before) - bytesIn(memory) <= STEADY_BYTES) return { counts, memory }
    before = memory
  }
}

const bytesIn = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external

const MOST_ROUNDS = 8
const STEADY_BYTES = 512

/** What one weak reference in a list costs on this heap, so that measuring does not measure itself. */
function bytesOfRef(collect: () => void): number {
  const target = {}
  const refs = new Array<WeakRef<object>>(REFS)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < REFS; i++) refs[i] = new WeakRef(target)
  collect()
  const after = process.memoryUsage().heapUsed
  return (after - before) / refs.length + SLOT_BYTES
}

const REFS = 4096
const SLOT_BYTES = 8

function descriptors(): { readonly descriptors?: number } {
  const count = openDescriptors()
  return count === undefined ? {} : { descriptors: count }
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0)
