import process from 'node:process'
import { collector } from './force-gc.ts'
import { openDescriptors } from './open-descriptors.ts'
import type { Quantity } from './quantities.ts'
import { settle, turn } from './settle.ts'
import { watchListeners } from './watch-listeners.ts'
import { isTimer, watchTimers } from './watch-timers.ts'
import { WeakList } from './weak-list.ts'

/** What a process had after some events. A quantity that this system does not tell is missing. */
export interface Sample extends Readonly<Partial<Record<Quantity, number>>> {
  readonly bytes: number
  /** Of `bytes`, those on V8's heap. */
  readonly heap: number
  /** Of `bytes`, those outside of it that its objects hold: buffers, parsers, contexts. */
  readonly external: number
  /** Active handles and requests by type, as Node.js names them. */
  readonly handlesByType: Readonly<Record<string, number>>
}

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
      await collectAll(collect)
      tracked.prune()
      const counts = { listeners: listeners.count(), timers: timers.count(), reachable: tracked.size, ...descriptors(), ...handles() }
      const { heapUsed, external } = await collectAll(collect)
      const heap = heapUsed - refBytes * (tracked.size + listeners.refs + timers.refs)
      return { ...counts, bytes: heap + external, heap, external }
    },
    stop() {
      listeners.stop()
      timers.stop()
    },
  }
}

/** Until the heap shrinks no more: finalizers may let go of what the next collection takes. */
async function collectAll(collect: () => void): Promise<NodeJS.MemoryUsage> {
  let smallest = Infinity
  for (let round = 0; round < MOST_ROUNDS; round++) {
    collect()
    await turn()
    const { heapUsed, external } = process.memoryUsage()
    if (heapUsed + external > smallest - SETTLED_BYTES) break
    smallest = heapUsed + external
  }
  collect()
  return process.memoryUsage()
}

const MOST_ROUNDS = 8
const SETTLED_BYTES = 512

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

function handles(): Pick<Sample, 'handles' | 'handlesByType'> {
  const active = process.getActiveResourcesInfo().filter(resource => !isTimer(resource))
  const byType: Record<string, number> = {}
  for (const type of active) byType[type] = (byType[type] ?? 0) + 1
  return { handles: active.length, handlesByType: byType }
}

function descriptors(): { readonly descriptors?: number } {
  const count = openDescriptors()
  return count === undefined ? {} : { descriptors: count }
}
