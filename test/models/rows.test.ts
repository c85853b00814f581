import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { parseAccessPath, parseCallTarget, parseEnding } from '../../src/models/access-path.ts'
import { builtInRows } from '../../src/models/index.ts'
import { createModels } from '../../src/models/lookup.ts'
import type { AcquireRow, ModelRow } from '../../src/models/row.ts'
import { parseSymbolKey } from '../../src/models/symbol-key.ts'
import checkedVersions from './checked-versions.json' with { type: 'json' }
import { declaredSymbols } from './declared-symbols.ts'

const root = path.resolve(import.meta.dirname, '../..')
const librariesFolder = path.join(root, 'src/models/libraries')
const libraries = await Promise.all(readdirSync(librariesFolder).map(async file => ({ name: path.basename(file, '.ts'), source: readFileSync(path.join(librariesFolder, file), 'utf8'), rows: (await import(path.join(librariesFolder, file))).default as readonly ModelRow[] })))
const models = createModels(builtInRows)
const symbols = new Set(builtInRows.map(row => row.symbol))
const typeKeys = new Set(builtInRows.filter(row => row.role === 'type').map(row => row.symbol))

describe('a library file', () => {
  test.each(libraries)('$name names its documentation and imports nothing but the row type', ({ source }) => {
    expect(source).toMatch(/^\/\/ https:\/\/\S+\nimport type { ModelRow } from '\.\.\/row\.ts'\n/)
    expect(source.match(/\bimport\b/g)).toHaveLength(1)
  })

  test.each(libraries)('$name has one row a line', ({ source, rows }) => {
    expect(source.split('\n').filter(line => line.startsWith('  { '))).toHaveLength(rows.length)
  })

  test.each(libraries)('$name is plain JSON and part of the built-in rows', ({ rows }) => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
    expect(rows.filter(row => !builtInRows.includes(row))).toEqual([])
  })
})

describe('a row', () => {
  test.each(libraries)('of $name has access paths that parse', ({ rows }) => {
    expect(rows.flatMap(pathErrors)).toEqual([])
  })

  test('spells builtin packages with node: and has no twin', () => {
    expect([...symbols].filter(symbol => { const { pkg } = parseSymbolKey(symbol); return isBuiltin(pkg) && !pkg.startsWith('node:') })).toEqual([])
    expect(twins(builtInRows)).toEqual([])
  })

  test('names only types that have a row', () => {
    const named = builtInRows.flatMap(row => row.role === 'type' ? [row.returns ?? row.makes ?? row.symbol, ...row.extends ?? []] : row.role === 'entry' ? row.params ?? [] : [])
    expect(named.filter(key => key !== null && key !== 'global#Object' && !typeKeys.has(key))).toEqual([])
  })

  test('that acquires is released by another, ends by itself, or says why not', () => {
    const acquires = builtInRows.filter(row => row.role === 'acquire')
    expect(acquires.filter(row => !canEnd(row)).map(row => row.symbol)).toEqual([])
  })

  test('names only releases that are release or teardown rows', () => {
    const named = builtInRows.flatMap(row => row.role === 'acquire' ? row.releasedBy ?? [] : [])
    expect(named.filter(symbol => !models.rowsOf(symbol).some(row => row.role === 'release' || row.role === 'teardown'))).toEqual([])
  })
})

describe('the fixture', () => {
  test.each(libraries)('of $name parses and exercises each of its rows', ({ name, rows }) => {
    const source = readFileSync(path.join(root, 'fixtures/models', `${name}.ts`), 'utf8')
    expect(parseSync(`${name}.ts`, source).errors).toEqual([])
    const marked = markedLines(source)
    expect([...new Set(rows.map(row => row.symbol))].filter(symbol => !marked.has(symbol))).toEqual([])
    expect([...marked.keys()].filter(symbol => !rows.some(row => row.symbol === symbol))).toEqual([])
    expect([...marked].filter(([symbol, code]) => !mentions(code, symbol))).toEqual([])
  })
})

describe('the symbol of a row', () => {
  const packages = [...new Set([...symbols].map(symbol => parseSymbolKey(symbol).pkg))].filter(pkg => pkg !== 'global')
  const declared = declaredSymbols(root, packages)
  const ofOthers = builtInRows.filter(row => !(row.role === 'entry' && row.calls === 'export'))
  const answers = ofOthers.map(row => ({ symbol: row.symbol, answer: declared(row.symbol, row.isStatic === true) }))

  test('is declared by the installed types', () => {
    expect(answers.filter(({ answer }) => answer === 'missing')).toEqual([])
    expect(declared('node:events#EventEmitter.onn', false)).toBe('missing')
    expect(declared('node:events#EventEmitter.addAbortListener', false)).toBe('missing')
  })

  test('is checked for every Node builtin and global', () => {
    expect(answers.filter(({ symbol, answer }) => /^(node:|global#)/.test(symbol) && answer !== 'declared')).toEqual([])
  })

  test('of a package that is not installed was checked by hand against a version', () => {
    const unchecked = answers.filter(({ answer }) => answer === 'package not installed').map(({ symbol }) => packageName(symbol))
    expect([...new Set(unchecked)].filter(pkg => !Object.hasOwn(checkedVersions, pkg))).toEqual([])
    expect(Object.keys(checkedVersions).filter(pkg => ![...symbols].some(symbol => packageName(symbol) === pkg))).toEqual([])
  })
})

function pathErrors(row: ModelRow): string[] {
  return checksOf(row).flatMap(check => {
    try {
      check()
      return []
    } catch (error) {
      return [`${row.symbol}: ${String(error)}`]
    }
  })
}

function checksOf(row: ModelRow): (() => unknown)[] {
  const paths = (...texts: (string | undefined)[]) => texts.filter(text => text !== undefined).map(text => () => parseAccessPath(text))
  const symbol = () => parseSymbolKey(row.symbol)
  switch (row.role) {
    case 'acquire': return [symbol, ...paths(row.holder, row.held, row.handle, ...row.key ?? [], ...row.parts ?? [], ...[row.unless, row.onlyWith, row.ofType].flatMap(given => Object.keys(given ?? {}))), ...(row.endsBy ?? []).map(text => () => parseEnding(text))]
    case 'release': return [symbol, ...paths(row.holder, row.handle, ...row.key ?? [])]
    case 'entry': return [symbol, ...paths(...Object.keys(row.when ?? {})), () => parseCallTarget(row.calls)]
    case 'bound': case 'ask': return [symbol, ...paths(row.options)]
    case 'label': return [symbol, ...paths(row.labels)]
    case 'type': case 'teardown': case 'data': return [symbol]
  }
}

function twins(rows: readonly ModelRow[]): string[] {
  const identities = rows.map(row => JSON.stringify([row.symbol, row.role, row.isStatic, 'resource' in row && row.resource, row.role === 'entry' && [row.calls, row.when, row.arity], row.role === 'acquire' && [row.onlyWith, row.ofType]]))
  return identities.filter((identity, i) => identities.indexOf(identity) !== i)
}

/** By a disposer, by what it names, by a limit of its own, or by a release row of the same resource on the same package or type. */
function canEnd(row: AcquireRow): boolean {
  if (row.endsBy !== undefined || row.releasedBy !== undefined || row.disposedBy !== undefined || row.reason !== undefined) return true
  const { pkg, owner } = parseSymbolKey(row.symbol)
  return builtInRows.some(other => {
    const key = parseSymbolKey(other.symbol)
    return other.role === 'release' && other.resource === row.resource && key.pkg === pkg && key.owner === owner
  })
}

/** `code // row: a, b` marks the code as exercising rows a and b. */
function markedLines(source: string): ReadonlyMap<string, string> {
  const marked = new Map<string, string>()
  for (const line of source.split('\n')) {
    const [code = '', names] = line.split(' // row: ')
    for (const symbol of names?.split(', ') ?? []) marked.set(symbol, `${marked.get(symbol) ?? ''}${code}\n`)
  }
  return marked
}

/** A default export has no name of its own: the line then imports the package, or exports by default what a platform calls. */
function mentions(code: string, symbol: string): boolean {
  const { pkg, owner, name } = parseSymbolKey(symbol)
  return owner === undefined && name === 'default' ? code.includes(`'${pkg}'`) || code.includes('export default') : code.includes(name)
}

/** `mysql2/promise#Pool` belongs to `mysql2`. */
function packageName(symbol: string): string {
  const [scope = '', name] = parseSymbolKey(symbol).pkg.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
