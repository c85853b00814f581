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
  return {
    track(value) {
      if (typeof value === 'object' && value !== null || typeof value === 'function') tracked.add(value)
      return value
    },
    async take() {
      await settle(milliseconds)
      collect()
      await turn()
      collect()
      tracked.prune()
      const counts = { listeners: listeners.count(), timers: timers.count(), reachable: tracked.size, handles: sum(activeHandles()), ...descriptors() }
      const { heapUsed, external } = await steadyMemory(collect)
      const heap = heapUsed - refBytes * (tracked.size + listeners.refs + timers.refs)
      return { ...counts, bytes: heap + external, heap, external }
    },
    stop() {
      listeners.stop()
      timers.stop()
    },
  }
}

/** Collects until the heap shrinks no more: finalizers let go of what only the next collection takes. */
async function steadyMemory(collect: () => void): Promise<NodeJS.MemoryUsage> {
  let before = Infinity
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await turn()
    collect()
    const memory = process.memoryUsage()
    const bytes = memory.heapUsed + memory.external
    if (bytes > before - STEADY_BYTES) return memory
    before = bytes
  }
  return process.memoryUsage()
}

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
