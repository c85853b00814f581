import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Plugins { readonly client: Client, readonly words: Loose }

const start = async (program: Program): Promise<Plugins> => {
  program.write('plugins/say.js', 'export default url => `said ${url}`\n')
  program.write('src/title.js', 'export const title = "title"\n')
  program.write('src/footer.js', 'export const footer = "footer"\n')
  program.write('words.json', JSON.stringify(Array.from({ length: 50 }, (_, n) => `word ${n}`)))
  for (const language of ['en', 'de']) program.write(`src/languages/${language}.js`, `export const greeting = ${JSON.stringify(language)}\n`)
  for (let part = 0; part < 3; part++) program.write(`src/parts/${part}.js`, `export const text = "${part}"\n`)
  program.write('config.js', 'export default {}\n')
  if (program.case === 'near-misses') program.change('src/server.ts', '`${path}?t=', '`../${path}?t=')
  await program.load('src/server.ts')
  return { client: program.client(3000), words: await program.load('src/words.cjs') }
}

const events: readonly ProofEvent<Plugins>[] = [
  { name: 'a page', leaks: ['server.ts'], run: async ({ client }) => { await client.ask('/page') }, times: 20 },
  { name: 'the words', leaks: ['words.cjs'], run: ({ words }) => { words.words() } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, times: 100 }))),
  'near-misses': drive(start, [
    { name: 'a page', run: async ({ client }, n) => { await client.ask(n % 2 === 0 ? '/en' : '/de') } },
    { name: 'words that are read anew', run: ({ words }) => { words.reload('words') } },
  ]),
} satisfies Driver
