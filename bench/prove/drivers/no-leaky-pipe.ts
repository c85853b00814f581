import { randomBytes } from 'node:crypto'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

/** More than the buffers of a socket and of two streams take, compressed as well, so that a client can leave in the midst of it. */
const LARGE = randomBytes(6 * 2 ** 20)
const TEXT = LARGE.toString('latin1')

const start = async (program: Program): Promise<Client> => {
  for (const file of ['files/a', 'archives/a', 'reports/a', 'images/a', 'server.log', 'film.mp4']) program.write(file, TEXT)
  program.write('copies/none', '')
  // a host that sends more than anybody reads
  program.outside((_req, res) => { res.end(LARGE) })
  await program.load('src/server.ts')
  return program.client(3000)
}

const left = (name: string, path: string, leaks?: readonly string[], options = {}): ProofEvent<Client> =>
  ({ name, ...(leaks !== undefined && { leaks }), run: async client => { await client.leave(path, options) }, times: 15 })

const events = [
  left('a file that is left', '/files/a', ['server.ts: createReadStream(`files/']),
  left('an archive that is left', '/archives/a', ['server.ts: createGzip()']),
  left('a mirrored page that is left', '/mirror', ['server.ts: upstream.pipe(res)']),
  left('a log that is left', '/logs', ['send.ts']),
  left('a report that is left', '/reports/a', ['server.ts: report.pipe(res)']),
]

/** What is flat is seen to be so in more of them; while the first some hundred files are read, tables of Node.js grow. */
const FILES: ReadonlySet<string> = new Set(['a file that is left', 'a report that is left', 'an image that is left', 'a log that is left'])
const often = (events: readonly ProofEvent<Client>[]): readonly ProofEvent<Client>[] => events.map(event => ({ ...event, times: 60, ...(FILES.has(event.name) && { warmup: 600 }) }))

export default {
  leaky: drive(start, events),
  mended: drive(start, often(events)),
  'near-misses': drive(start, often([
    left('a file that is left', '/files/a'),
    left('an image that is left', '/images/a'),
    left('a mirrored page that is left', '/mirror'),
    left('a film that is left', '/film'),
    left('an echo that is left', '/echo', undefined, { method: 'POST', body: 'a', unended: true }),
    { name: 'words', run: async client => { await client.ask('/words') } },
    { name: 'a copy', run: async client => { await client.ask('/copies/a', { method: 'POST' }) } },
  ])),
} satisfies Driver
