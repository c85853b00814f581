import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

/** Hosts that take each request, and never answer one: all but the rates, until those fall silent as well. */
interface Desk { readonly client: Client, readonly silent: Set<string>, readonly over: () => Promise<void> }

const start = async (program: Program): Promise<Desk> => {
  const silent = new Set(['stock', 'orders', 'weather', 'audit', 'prices'])
  program.outside((req, res) => { if (!silent.has(String(req.headers.host))) res.setHeader('content-type', 'application/json').end('{}') })
  // five seconds are over sooner
  if (program.case === 'mended') program.change('src/server.ts', 'request: 5000 }', 'request: 5000 }, retry: { limit: 0 }')
  if (program.case === 'mended') for (const file of ['src/server.ts', 'src/rates.ts']) program.change(file, '5000', '20')
  await program.load('src/server.ts')
  return {
    client: program.client(3000), silent,
    over: async () => { if (program.case === 'mended') await program.until(() => program.asked.open === 0, 'what was asked to be given up') },
  }
}

/** Longer than a request is waited for. */
const after = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 100) })
/** One after the other: what a client keeps for as many as it had at a time is not measured. */
const asked = (name: string, leak: string, ask: (desk: Desk) => Promise<unknown>): ProofEvent<Desk> => ({ name, leaks: [leak], run: async desk => {
  await ask(desk)
  await desk.over()
}, after, times: 20 })
const left = (name: string, leak: string, path: string, options = {}): ProofEvent<Desk> => asked(name, leak, ({ client }) => client.leave(path, options))

const prices = left('a price that is not told', 'server.ts: http://prices/${req.params.id}', '/prices/1')
const events: readonly ProofEvent<Desk>[] = [
  left('stock that is not told', 'server.ts: http://stock/', '/stock/1'),
  left('an order that is not taken', 'server.ts: axios.post', '/orders', { method: 'POST' }),
  left('weather that is not told', 'server.ts: got(', '/weather'),
  asked('a rate, and an audit that does not answer', 'rates.ts: http.get', ({ client, silent }) => {
    silent.delete('rates')
    return client.ask('/rates/EUR')
  }),
  asked('a rate that is not told', 'rates.ts: await fetch', ({ client, silent }) => {
    silent.add('rates')
    return client.leave('/rates/EUR')
  }),
]

export default { leaky: drive(start, [...events, prices]), mended: drive(start, events.map(event => ({ ...event, warmup: 60 }))) } satisfies Driver
