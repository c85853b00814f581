import { clearInterval, setInterval } from 'node:timers'
import { MeasureError } from './measure-error.ts'
import { turn } from './settle.ts'

/** What an event is given; it may ignore it. */
export interface ProofEvent {
  /** From 0, over warm-up and batches. */
  readonly index: number
  /** Remembers an object of this event without keeping it, to see whether it goes. Gives it back. What the event returns is tracked by itself. */
  readonly track: <T>(value: T) => T
}

/** One event of a server: a request, a message, a job. What it returns, or what its promise gives, is tracked. */
export type EventFunction = (event: ProofEvent) => unknown

export interface Run {
  readonly event: EventFunction
  readonly track: ProofEvent['track']
  /** After how many milliseconds without the end of an event it is given up. */
  readonly timeout: number
}

/**
 * Runs events `from` to `to` (exclusive) one after the other, each in a turn of its own as a server does.
 * @throws MeasureError when one of them throws, or does not settle.
 */
export async function runEvents(run: Run, from: number, to: number): Promise<void> {
  let index = from
  let watched = from
  let watch: NodeJS.Timeout | undefined
  const stalled = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      if (index === watched) reject(new MeasureError(`event ${index} did not settle within ${run.timeout} ms`))
      watched = index
    }, run.timeout)
  })
  const done = (async () => {
    for (; index < to; index++) {
      await runOne(run, index)
      await turn()
    }
  })()
  try {
    await Promise.race([done, stalled])
  } finally {
    clearInterval(watch)
  }
}

// A function of its own, so that no frame of the loop holds what the event gave
async function runOne({ event, track }: Run, index: number): Promise<void> {
  try {
    track(await event({ index, track }))
  } catch (error) {
    throw new MeasureError(`event ${index} threw: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
