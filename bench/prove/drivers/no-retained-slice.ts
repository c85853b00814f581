import net from 'node:net'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Pages { readonly pages: Loose, readonly chunk: (text: Buffer) => Promise<void> }

const start = async (program: Program): Promise<Pages> => {
  program.outside((_req, res) => { res.end(PAGE) })
  program.write('page.txt', `the first line of a page\n${PAGE}`)
  // five seconds are over sooner
  program.change('src/pages.ts', '5000', '500')
  const pages = await program.load('src/pages.ts')
  const { listen } = await program.load('src/frames.ts')
  listen(9000)
  await program.listening(9000)
  let socket: net.Socket | undefined
  return { pages, chunk: async bytes => {
    socket ??= net.connect(program.portOf(9000))
    await new Promise(resolve => { socket!.write(bytes, resolve) })
    await new Promise(resolve => { setTimeout(resolve, 2) })
  } }
}

const PAGE = 'a page that is long '.repeat(2_500)
const CHUNK = Buffer.alloc(16_384)

// the mended programs are measured when their lists are full: what is in them is small, and it is there; fetch has a table of its own that is full later
const full = 1_020, fetched = 2_000
const events: readonly ProofEvent<Pages>[] = [
  { name: 'a page', leaks: ['pages.ts: recent.push('], run: async ({ pages }, n) => { await pages.titleOf(`http://pages/${n}`) }, times: 10 },
  { name: 'a file', leaks: ['pages.ts: headers.add('], run: async ({ pages }) => { await pages.note('page.txt') }, times: 10 },
  { name: 'a chunk', leaks: ['frames.ts'], run: async ({ chunk }) => { await chunk(CHUNK) }, times: 10 },
]

export default {
  leaky: drive(start, events.filter(({ name }) => name !== 'a file').concat({ ...events[1]!, run: async ({ pages }, n) => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync('page.txt', `the first line of page ${n}\n${PAGE}`)
    await pages.note('page.txt')
  } })),
  mended: drive(start, events.map(event => ({ ...event, times: 100, warmup: ({ 'a page': fetched, 'a file': 100 })[event.name] ?? full, after: () => new Promise(resolve => { setTimeout(resolve, 600) }) }))),
} satisfies Driver
