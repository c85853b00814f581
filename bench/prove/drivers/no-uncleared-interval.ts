import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Uptime { readonly client: Client, readonly Probe: Loose, readonly clock: Clock | undefined }

const start = async (program: Program): Promise<Uptime> => {
  const clock = program.case === 'mended' ? program.holdClock() : undefined
  // no probe asks while it is measured
  program.change('src/probe.ts', '10_000', '10_000_000')
  await program.load('src/server.ts')
  await program.listening(3000)
  return { client: program.client(3000), Probe: (await program.load('src/probe.ts')).Probe, clock }
}

const events: readonly ProofEvent<Uptime>[] = [
  { name: 'a live page that is left', leaks: ['live.ts: setInterval(() => {'], run: async ({ client }) => { await client.leave('/live?url=a') } },
  { name: 'samples', leaks: ['live.ts: samples.push'], run: async ({ client }) => { await client.ask('/sample?url=a') }, after: async ({ clock }) => { await clock?.pass(60_000) } },
  { name: 'a probe', leaks: ['probe.ts'], run: ({ Probe }) => { new Probe('http://station.internal').stop() }, times: 200 },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(async program => Object.assign({}, await program.load('src/elsewhere.ts'), await program.load('src/lists.ts'), await program.load('src/once.ts')) as Loose, [
    { name: 'a ping', run: ({ Ping }: Loose) => { new Ping(() => {}).close() } },
    { name: 'a schedule', run: ({ Schedule }: Loose) => {
      const schedule = new Schedule()
      schedule.every(1_000, () => {})
      schedule.named('a', () => {})
      schedule.named('a', () => {})
      schedule.destroy()
    } },
    { name: 'progress', run: async ({ withProgress, spinning }: Loose) => { await spinning(withProgress(Promise.resolve(1), () => {}), () => {}) } },
    { name: 'a sampler', run: ({ Sampler }: Loose) => { new Sampler(() => {})[Symbol.dispose]() } },
    { name: 'probes', run: ({ Probes }: Loose) => {
      const probes = new Probes()
      probes.watch('http://station.internal')
      probes.stop()
    } },
    { name: 'started once', run: ({ startCollecting, startReporting, flushLater }: Loose) => {
      startCollecting(() => {})
      startReporting(() => {})
      flushLater(() => {})
    } },
    { name: 'a refresher', run: ({ Refresher }: Loose) => {
      const refresher = new Refresher()
      refresher.restart(() => {}, 1_000)
      refresher.retime(() => {}, 2_000)
      refresher.stop()
    } },
  ]),
} satisfies Driver
