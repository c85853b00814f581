import picomatch from 'picomatch'
import type { AcquireRow, EntryRow, ModelRow, Resource, TypeRow } from './row.ts'
import { lastNameOf, parseSymbolKey } from './symbol-key.ts'

/** Answers questions about model rows. Types are named by their key, `pkg#Type`; nothing known is an empty answer. */
export interface Models {
  /** The rows of exactly this symbol. Here and below `pkg#default.name` also finds `pkg#name`. */
  rowsOf(symbol: string): readonly ModelRow[]
  /** The rows of a member of a value of this type, its own before those it extends; a nearer row hides those it overrides. */
  memberRows(typeKey: string, member: string): readonly ModelRow[]
  /** The same for a static member: of the class itself, not of its instances. */
  staticRows(typeKey: string, member: string): readonly ModelRow[]
  /** The entry rows of a function that the file at this path exports under this name: the platform calls it. */
  exportedEntries(name: string, file: string): readonly EntryRow[]
  /** Whether any of them is a member of the export of this name. */
  hasMembersOf(name: string): boolean
  /** Whether any row's symbol ends in this name: of a member that is in none, nothing is known whatever its type. */
  hasMember(name: string): boolean
  typeRow(key: string): TypeRow | undefined
  /** The type itself and all it extends, nearest first. */
  basesOf(typeKey: string): readonly string[]
  /** The type that a call, `new` or a read of this symbol gives. */
  returnsOf(symbol: string): string | undefined
  /** The type that a call or a read of this member gives on a value of this type. */
  memberReturns(typeKey: string, member: string): string | undefined
  /** The package or file of a project's row that an import of this package, or of the file at this path, leads to. */
  ownModuleOf(specifierOrPath: string): string | undefined
  /** The member that releases, one by one, what this row acquires: `off`. */
  releaseMember(row: AcquireRow): string | undefined
  /** How long a value of this type lives, where the type or one it extends decides it. */
  lifetimeOf(typeKey: string): TypeRow['lifetime']
  /** Whether there are finitely many different values of this type. */
  isFinite(typeKey: string): boolean
  /** Members that end a value of this type. */
  teardownsOf(typeKey: string): ReadonlySet<string>
  /** Member names that acquire, on a receiver of unknown type: those of rows that are `duckTyped`. */
  acquireNames(resource: Resource): ReadonlySet<string>
  /** Member names of the rows of this role and resource (teardown rows have no resource). For `acquire`, only `duckTyped` ones. */
  memberNames(role: 'acquire' | 'release' | 'teardown', resource?: Resource): ReadonlySet<string>
}

/**
 * Indexes the rows once: the built-in ones, and those of a project, which go before them. A project's row may name a file instead of a package:
 * `./src/bus#Bus.on`, from the working directory, with or without extension. Throws on a symbol that is not a symbol key.
 */
export function createModels(builtIn: readonly ModelRow[], own: readonly ModelRow[] = []): Models {
  const rows = [...own, ...builtIn]
  const ownModules = new Map(own.map(row => parseSymbolKey(row.symbol).pkg).map(pkg => [pathOf(pkg), pkg]))
  const rowsBySymbol = groupBySymbol(rows)
  const typeRowsByKey = new Map(rows.filter(isTypeRow).map(row => [row.symbol, row]))
  const basesByType = new Map([...typeRowsByKey.keys()].map(key => [key, basesFrom(key, typeRowsByKey)]))
  const teardownsByType = groupTeardowns(rows)
  const namesByRole = groupNames(rows)
  const exportedEntries = groupExportedEntries(rows)
  const exportsWithMembers = new Set([...exportedEntries.keys()].flatMap(name => name.includes('.') ? [name.slice(0, name.indexOf('.'))] : []))
  const names = new Set(rows.map(row => parseSymbolKey(row.symbol).name))

  const rowsOf = (symbol: string) => rowsBySymbol.get(symbol) ?? rowsBySymbol.get(withoutDefault(symbol)) ?? NO_ROWS
  const typeRow = (key: string) => typeRowsByKey.get(key) ?? typeRowsByKey.get(withoutDefault(key))
  const basesOf = (typeKey: string) => basesByType.get(typeKey) ?? basesByType.get(withoutDefault(typeKey)) ?? [withoutDefault(typeKey)]
  const rowsUpward = (typeKey: string, member: string) => basesOf(typeKey).flatMap(base => rowsBySymbol.get(`${base}.${member}`) ?? NO_ROWS)
  const memberRows = (typeKey: string, member: string) => withoutHidden(rowsUpward(typeKey, member).filter(row => row.isStatic !== true))
  const memberNames: Models['memberNames'] = (role, resource) => namesByRole.get(nameGroup(role, resource)) ?? NO_NAMES

  return {
    rowsOf,
    memberRows,
    staticRows: (typeKey, member) => withoutHidden(rowsUpward(typeKey, member).filter(row => row.isStatic === true)),
    exportedEntries: (name, file) => exportedEntries.get(name)?.filter(({ isIn }) => isIn(file)).map(({ row }) => row) ?? [],
    hasMembersOf: name => exportsWithMembers.has(name),
    hasMember: name => names.has(name),
    typeRow,
    basesOf,
    releaseMember: ({ symbol, resource, releasedBy: [named] = [] }) => {
      // rows that are inferred from the program name members alone
      if (named !== undefined) return lastNameOf(named)
      const type = symbol.slice(0, symbol.lastIndexOf('.') + 1)
      return type === '' ? undefined : rows.find(row => row.role === 'release' && row.resource === resource && row.all !== true && row.symbol.startsWith(type))?.symbol.slice(type.length)
    },
    ownModuleOf: specifierOrPath => ownModules.size === 0 ? undefined : ownModules.get(pathOf(specifierOrPath)),
    returnsOf: symbol => resultType(rowsOf(symbol)),
    memberReturns: (typeKey, member) => resultType(memberRows(typeKey, member)),
    lifetimeOf: typeKey => basesOf(typeKey).map(base => typeRow(base)?.lifetime).find(lifetime => lifetime !== undefined),
    isFinite: typeKey => basesOf(typeKey).some(base => typeRow(base)?.isFinite === true),
    teardownsOf: typeKey => new Set(basesOf(typeKey).flatMap(base => teardownsByType.get(base) ?? [])),
    acquireNames: resource => memberNames('acquire', resource),
    memberNames,
  }
}

const NO_ROWS: readonly ModelRow[] = []
const NO_NAMES: ReadonlySet<string> = new Set()

/** `./src/bus.ts`, `src/bus` and `./src/bus/index.js` are one file; a package is itself. */
function pathOf(module: string): string {
  return module.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '')
}

/** CommonJS packages have their exports as members of the default export too: `express.Router` and `{ Router }` are one. */
function withoutDefault(key: string): string {
  return key.replace('#default.', '#')
}

function isTypeRow(row: ModelRow): row is TypeRow {
  return row.role === 'type'
}

function groupBySymbol(rows: readonly ModelRow[]): ReadonlyMap<string, readonly ModelRow[]> {
  const groups = new Map<string, ModelRow[]>()
  for (const row of rows) groups.set(row.symbol, [...(groups.get(row.symbol) ?? []), row])
  return groups
}

/** Breadth first, so that what is extended directly comes before what that extends; a cycle in the rows ends the walk. */
function basesFrom(key: string, typeRowsByKey: ReadonlyMap<string, TypeRow>): readonly string[] {
  const bases = new Set([key])
  for (const base of bases) {
    for (const next of typeRowsByKey.get(base)?.extends ?? []) bases.add(next)
  }
  return [...bases]
}

/** A class is its own result: `new Server()` gives a `Server` unless its row says otherwise. */
function resultType(rows: readonly ModelRow[]): string | undefined {
  const row = rows.find(isTypeRow)
  if (row === undefined) return undefined
  return row.returns ?? row.symbol
}

/** Rows come nearest first. Entry rows add up, as each speaks of other events; of the other roles the nearest type speaks. */
function withoutHidden(rows: readonly ModelRow[]): readonly ModelRow[] {
  const speakers = new Map<string, string>()
  return rows.filter(row => {
    if (row.role === 'entry') return true
    const subject = 'resource' in row ? `${row.role} ${row.resource}` : row.role
    const speaker = speakers.get(subject) ?? row.symbol
    speakers.set(subject, speaker)
    return speaker === row.symbol
  })
}

interface ExportedEntry {
  readonly row: EntryRow
  readonly isIn: (file: string) => boolean
}

function groupExportedEntries(rows: readonly ModelRow[]): ReadonlyMap<string, readonly ExportedEntry[]> {
  const groups = new Map<string, ExportedEntry[]>()
  for (const row of rows) {
    if (row.role !== 'entry' || row.calls !== 'export') continue
    const name = row.symbol.slice(row.symbol.indexOf('#') + 1)
    const isIn = row.files === undefined ? () => true : picomatch(`**/${row.files}`)
    groups.set(name, [...(groups.get(name) ?? []), { row, isIn }])
  }
  return groups
}

function groupTeardowns(rows: readonly ModelRow[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    if (row.role !== 'teardown') continue
    const { pkg, owner, name } = parseSymbolKey(row.symbol)
    const typeKey = `${pkg}#${owner}`
    groups.set(typeKey, [...(groups.get(typeKey) ?? []), name])
  }
  return groups
}

function groupNames(rows: readonly ModelRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>()
  for (const row of rows) {
    const group = nameGroupOf(row)
    const { owner, name } = parseSymbolKey(row.symbol)
    if (group === undefined || owner === undefined) continue
    groups.set(group, (groups.get(group) ?? new Set()).add(name))
  }
  return groups
}

function nameGroupOf(row: ModelRow): string | undefined {
  switch (row.role) {
    case 'acquire': return row.duckTyped === true ? nameGroup(row.role, row.resource) : undefined
    case 'release': return nameGroup(row.role, row.resource)
    case 'teardown': return nameGroup(row.role)
    case 'entry': case 'type': case 'bound': case 'ask': case 'label': case 'data': return undefined
  }
}

function nameGroup(role: string, resource?: Resource): string {
  return resource === undefined ? role : `${role} ${resource}`
}
