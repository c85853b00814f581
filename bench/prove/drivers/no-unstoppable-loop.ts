import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Polling { readonly client: Client, readonly port: number, readonly WebSocket: Loose, readonly jobs: (() => void)[], readonly worker: Loose, readonly clock: Clock | undefined }

const start = async (program: Program): Promise<Polling> => {
  const jobs: (() => void)[] = []
  ;(globalThis as Loose).nextJob = () => new Promise<void>(resolve => { jobs.push(resolve) })
  // a job comes when an event says so, and not every tenth of a second
  if (program.case !== 'near-misses') program.change('src/worker.ts', 'sleep(100)', 'globalThis.nextJob()')
  const clock = program.case === 'mended' ? program.holdClock() : undefined
  await program.load('src/server.ts')
  const { WebSocket } = program.package('ws')
  return {
    client: program.client(3000), port: program.case === 'near-misses' ? 0 : program.portOf(3001), WebSocket, jobs, clock,
    worker: program.case === 'near-misses' ? undefined : await program.load('src/worker.ts'),
  }
}
const after = async ({ clock }: Polling): Promise<void> => { await clock?.pass(6_000) }
const turn = (): Promise<void> => new Promise(resolve => { setImmediate(resolve) })

/** Each loop is begun by the first event, and given its next job by the others. */
const round = (name: string, text: string, begin: (worker: Loose) => unknown): ProofEvent<Polling> => {
  let hasBegun = false
  return { name, leaks: [`worker.ts: ${text}`], run: async ({ jobs, worker }) => {
    if (!hasBegun) void begin(worker)
    hasBegun = true
    await turn()
    for (const job of jobs.splice(0)) job()
    await turn()
  }, times: 200 }
}

const events: readonly ProofEvent<Polling>[] = [
  { name: 'a beat that is left', leaks: ['server.ts: beat(res)'], run: async ({ client }) => { await client.leave('/beat') }, after },
  { name: 'a state that is left', leaks: ['server.ts: setTimeout(poll'], run: async ({ client }) => { await client.leave('/') }, after },
  { name: 'a socket that closes', leaks: ['server.ts: setTimeout(report'], run: async ({ port, WebSocket }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`)
    await new Promise(resolve => { socket.once('message', resolve) })
    socket.terminate()
    for (let n = 0; n < 5; n++) await turn()
  }, after, times: 20 },
]

export default {
  leaky: drive(start, [...events,
    round('a job is consumed', 'await consume()', ({ consume }) => consume()),
    round('a job is run', 'return this.run()', ({ Worker }) => new Worker().run()),
    round('a job is drained', 'drain()', ({ drain }) => drain()),
  ]),
  mended: drive(start, [...events,
    round('a job is consumed', '', ({ consume }) => consume()),
    round('a job is run', '', ({ Worker }) => new Worker().run()),
    round('a job is drained', '', ({ drain }) => drain()),
  ]),
} satisfies Driver
