import { setImmediate, setTimeout } from 'node:timers/promises'

/**
 * Lets what the events left running come to its end: microtasks, immediates, timers and callbacks of sockets that are due, finalizers of what was
 * collected. The real timers, also where a test has replaced the global ones.
 */
export async function settle(milliseconds: number): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
  await setTimeout(milliseconds)
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

/** One turn of the event loop: finalizers and what was kept until the end of a job. */
export async function turn(): Promise<void> {
  await setImmediate()
}
