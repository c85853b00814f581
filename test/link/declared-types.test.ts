import { expect, test } from 'vitest'
import { collectFacts } from '../../src/facts/collect-facts.ts'
import type { FileFacts } from '../../src/facts/file-facts.ts'
import { link } from '../../src/link/link.ts'
import type { Program } from '../../src/link/program.ts'
import { refTo } from '../../src/link/refs.ts'
import { createModels } from '../../src/models/lookup.ts'
import { isParsed, parseText } from '../../src/parse/parse-text.ts'

const SHARED = `
import type { EventEmitter } from 'node:events'
interface Base { readonly bus: EventEmitter }
export interface Shared extends Base { readonly rooms: Rooms; close(): Promise<void> }
export type Rooms = Map<string, Set<string>>
`

test('a member of an interface has the type that the interface gives it, also through a barrel and a base', async () => {
  const program = await programOf({
    'src/shared.ts': SHARED,
    'src/index.ts': "export * from './shared.js'",
    'src/use.ts': "import type { Shared } from './index.js'\nexport function use(shared: Shared, { rooms }: Shared) { return [shared.bus, shared.rooms, rooms] }",
  })
  expect(typesIn(program, 'src/use.ts', 'shared.bus')).toEqual(['node:events#EventEmitter'])
  expect(typesIn(program, 'src/use.ts', 'shared.rooms')).toEqual(['global#Map'])
  expect(typesIn(program, 'src/use.ts', 'rooms')).toEqual(['global#Map'])
})

test('a type literal gives its members their types, and an intersection each part its own', async () => {
  const program = await programOf({
    'src/use.ts': "interface A { map: Map<string, string> }\nexport function use(deps: A & { list: string[] }) { return [deps.map, deps.list] }",
  })
  expect(typesIn(program, 'src/use.ts', 'deps.map')).toEqual(['global#Map'])
})

test('an interface that nobody declares gives nothing', async () => {
  const program = await programOf({ 'src/use.ts': 'export function use(deps: Missing) { return [deps.map] }' })
  expect(typesIn(program, 'src/use.ts', 'deps.map')).toEqual([])
})

test('the type of a variable tells the parameters of the function that it is given', async () => {
  const program = await programOf({
    'src/shared.ts': SHARED,
    'src/api.ts': "import { Shared } from './shared.js'\nexport { Shared }",
    'src/handler.ts': "import type { Shared } from './api.js'\nexport type Handler = (name: string, shared: Shared) => void\nexport interface Called { (deps: Shared): void }",
    'src/use.ts': "import type { Called, Handler } from './handler.js'\nexport const handle: Handler = (name, { bus, rooms }) => { use(bus, rooms) }\nexport const call: Called = deps => { use(deps.bus) }\nexport const write: (deps: Map<string, string>) => void = own => { use(own) }",
  })
  expect(typesIn(program, 'src/use.ts', 'bus')).toEqual(['node:events#EventEmitter'])
  expect(typesIn(program, 'src/use.ts', 'rooms')).toEqual(['global#Map'])
  expect(typesIn(program, 'src/use.ts', 'deps.bus')).toEqual(['node:events#EventEmitter'])
  expect(typesIn(program, 'src/use.ts', 'own')).toEqual(['global#Map'])
})

test('members without a type, signatures without a result and methods without a body are read too', async () => {
  const program = await programOf({
    'src/use.ts': "interface A { f; g(); (): void; new (); [key: string]: any; map: Map<string, string> }\ntype C = (a) => void\nexport function use(a: A & { x; y() }, c: C) { return [a.map, c] }",
  })
  expect(typesIn(program, 'src/use.ts', 'a.map')).toEqual(['global#Map'])
})

async function programOf(texts: Readonly<Record<string, string>>): Promise<Program> {
  const files: FileFacts[] = []
  for (const [file, text] of Object.entries(texts)) {
    const parsed = await parseText(file, text)
    if (!isParsed(parsed)) throw new Error(JSON.stringify(parsed))
    files.push(collectFacts(parsed))
  }
  return link(files, { packages: [], pathMappings: [], tsconfigs: [], notices: [] }, createModels([]), { typeOf: () => undefined, declarationOf: () => undefined }, 'whole program')
}

/** The types of the last expression that is written so. */
function typesIn({ files, types }: Program, name: string, text: string): readonly string[] {
  const file = files.find(f => f.file === name)!
  const written = (id: number): string => {
    const value = file.values[id]!
    return value.kind === 'binding' ? file.bindings[value.binding]!.name : value.kind === 'member' ? `${written(value.object)}.${value.property}` : ''
  }
  return types.of(refTo(file, file.values.findLastIndex((_, id) => written(id) === text)))
}
