import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

/** Hosts that take each request, and never answer one: all but the rates, until those fall silent as well. */
interface Desk { readonly client: Client, readonly silent: Set<string>, readonly wait: () => Promise<void> }

const start = async (program: Program): Promise<Desk> => {
  const silent = new Set(['stock', 'orders', 'weather', 'audit', 'prices'])
  program.outside((req, res) => { if (!silent.has(String(req.headers.host))) res.setHeader('content-type', 'application/json').end('{}') })
  // five seconds are over sooner
  if (program.case === 'mended') program.change('src/server.ts', 'request: 5000 }', 'request: 5000 }, retry: { limit: 0 }')
  if (program.case === 'mended') for (const file of ['src/server.ts', 'src/rates.ts']) program.change(file, '5000', '50')
  await program.load('src/server.ts')
  return { client: program.client(3000), silent, wait: () => new Promise(resolve => { setTimeout(resolve, program.case === 'mended' ? 800 : 0) }) }
}

const after = ({ wait }: Desk): Promise<void> => wait()
const left = (name: string, leak: string, path: string, options = {}): ProofEvent<Desk> => ({ name, leaks: [leak], run: async ({ client }) => { await client.leave(path, options) }, after, times: 20 })

const prices = left('a price that is not told', 'server.ts: http://prices/${req.params.id}', '/prices/1')
const events: readonly ProofEvent<Desk>[] = [
  left('stock that is not told', 'server.ts: http://stock/', '/stock/1'),
  left('an order that is not taken', 'server.ts: axios.post', '/orders', { method: 'POST' }),
  left('weather that is not told', 'server.ts: got(', '/weather'),
  { ...left('a rate, and an audit that does not answer', 'rates.ts: http.get', ''), run: async ({ client, silent }) => {
    silent.delete('rates')
    await client.ask('/rates/EUR')
  } },
  { ...left('a rate that is not told', 'rates.ts: await fetch', ''), run: async ({ client, silent }) => {
    silent.add('rates')
    await client.leave('/rates/EUR')
  } },
]

export default { leaky: drive(start, [...events, prices]), mended: drive(start, events.map(event => ({ ...event, times: 150 }))) } satisfies Driver
