import type { ScopeLike, ScopeManagerLike, VariableLike } from '../facts/scope-index.ts'
import { TEARDOWN_MEMBERS } from '../models/conventions.ts'
import type { ModelRow } from '../models/row.ts'
import { parseSymbolKey } from '../models/symbol-key.ts'

/**
 * Tells from a source text and its scopes that nothing in it can be reported, so that nobody need analyse it: it has no call or assignment
 * that may begin to hold anything longer than a function runs. Nine files in ten are such. It may take a file for one that holds something,
 * never the other way round.
 */
export type MayHold = (text: string, scopes: ScopeManagerLike) => boolean

/** A member of a package counts where the package is named; one of Node or of the language always: values of those types come from anywhere. */
export function createMayHold(rows: readonly ModelRow[]): MayHold {
  const wordsByPackage = new Map<string, string[]>()
  const marking = callOf(rows.filter(isOfTimeline).map(row => parseSymbolKey(row.symbol).name))
  for (const row of rows.filter(row => mayBegin(row) && !isOfTimeline(row))) {
    const { pkg, name } = parseSymbolKey(row.symbol)
    const group = isEverywhere(pkg) ? EVERYWHERE : pkg
    wordsByPackage.set(group, [...wordsByPackage.get(group) ?? [], name])
  }
  const called = callOf([...wordsByPackage.get(EVERYWHERE) ?? [], ...WITHOUT_ROWS])
  wordsByPackage.delete(EVERYWHERE)
  const callsByPackage = new Map([...wordsByPackage].map(([pkg, words]) => [pkg, words.includes('default') ? ANY : callOf(words)]))
  const packageNamed = new RegExp(`['"](${oneOf([...callsByPackage.keys()])})['"/]`, 'g')
  return (text, scopes) => called.test(text) || mayAsk(text) || SILENCED_DEFAULT.test(text) || [...text.matchAll(packageNamed)].some(([, pkg]) => callsByPackage.get(pkg!)!.test(text)) || PERFORMANCE.test(text) && marking.test(text) || RELOAD.test(text) || mayRecur(text) || mayWrap(text) || mayOwe(text) || mayGrow(text, scopes)
}

const EVERYWHERE = '*'
/** A file of the project is imported by many names. */
const isEverywhere = (pkg: string): boolean => pkg === 'global' || pkg.startsWith('node:') || pkg.startsWith('.')

/** The clearing of a timer is reported too, where it can have no effect. */
const mayBegin = (row: ModelRow): boolean => row.role === 'acquire' || row.role === 'bound' || row.role === 'ask' || row.role === 'label' || row.role === 'type' && row.makes !== undefined || row.role === 'release' && (row.resource === 'interval' || row.resource === 'timeout')

/** `mark` and `measure` are words that anyone uses: they count beside the one object that has them. */
const isOfTimeline = (row: ModelRow): boolean => row.role === 'acquire' && row.resource === 'timeline'
const PERFORMANCE = /\bperformance\b|perf_hooks/i

/** An `import()` of something else than one literal, or a module that is taken off the cache. */
const RELOAD = /\bimport\s*\((?!\s*(['"])[^'"]*\1\s*[,)])|\bdelete\b[^;]*\.\s*cache\b/

/** A call that is awaited or returned, of a function whose text begins before: it may be the function around. */
function mayRecur(text: string): boolean {
  if (!/\basync\b|\.\s*then\b/.test(text)) return false
  const lastCalls = new Map([...text.matchAll(WAITED)].map(({ 1: name, index }) => [name!, index]))
  return [...lastCalls].some(([name, last]) => definitionOf(escaped(name)).test(text.slice(0, last)))
}

/** `function loop(`, `async loop(`, `loop = async`, `loop: () =>`, `loop(job: Job): Promise<void> {`. */
const definitionOf = (name: string): RegExp => new RegExp(`(?:async|function)\\s+(?:function\\s+)?${name}\\s*[(<]|${name}\\s*[:=][^=>;\\n]*(?:\\basync\\b|\\bfunction\\b|=>)|${name}\\s*\\([^)]*\\)[^;{]*\\{`)

const WAITED = /(?:\b(?:await|return)\b|=>)\s*(?:this\s*\.\s*)?([\w$#]+)\s*\(/g

/** A property that is written, with something that may be a function, and read as a value too. */
function mayWrap(text: string): boolean {
  const written = new Set([...text.matchAll(WRITTEN)].map(([, name]) => name!))
  return [...written].some(name => new RegExp(`[=(,|&?:]\\s*[\\w$.#()]*\\.\\s*${escaped(name)}(?![\\w$]|\\s*=(?!=))|\\{[^{}]*(?<![\\w$.])${escaped(name)}(?![\\w$])[^{}]*\\}\\s*=`).test(text))
}

const WRITTEN = /\.\s*([\w$]+)\s*=(?![=>])\s*(?!['"`\d{[]|(?:new|null|true|false|undefined|this|await)\b)/g

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A default export is called by whatever name the import gives it. */
const ANY = /(?:)/

/** `Promise.race`, `Promise.any`, `stream.pipe`, snapshots, `inspector.open` and what silences a warning have no rows. */
const WITHOUT_ROWS = ['race', 'any', 'pipe', 'writeHeapSnapshot', 'getHeapSnapshot', 'open', 'setMaxListeners'] as const

/** `EventEmitter.defaultMaxListeners = 0`. */
const SILENCED_DEFAULT = /\bdefaultMaxListeners\s*=(?![=>])/

/** Another server is asked, whose response must be read: the client is named, and so is the call or the event. */
const mayAsk = (text: string): boolean => /['"](?:(?:node:)?https?|undici)['"]/.test(text) && /\b(?:get|request|response)\b/.test(text)

/** A class of the file, an object made of it, and a call that ends one: something else in the file may owe such a call. */
const mayOwe = (text: string): boolean => /\bclass\b|\.prototype\b/.test(text) && /\bnew\s+[\w$]/.test(text) && ENDING_CALL.test(text)
const ENDING_CALL = new RegExp(`\\.\\s*(?:${TEARDOWN_MEMBERS.filter(name => /^[\w$]+$/.test(name)).join('|')})\\s*\\(`)

/** A call of such a name, with type arguments perhaps; its import by another; or a class that extends it, and is called in its place. */
const callOf = (names: readonly string[]): RegExp => new RegExp(`(?<![\\w$])${oneOf(names)}(?:\\s*(?:\\?\\.\\s*)?[(<]|\\s+as\\s)|\\bextends\\s+(?:[\\w$]+\\.)*${oneOf(names)}(?![\\w$])`)

const oneOf = (words: readonly string[]): string => `(?:${[...new Set(words)].map(escaped).join('|')})`

/** `list.push(x)`, `dict[key] = x`, up to what follows the receiver. */
const INSERT = /\.\s*(push|unshift|set|add)\s*\(|\]\s*(?:\?\?|\|\||&&)?=(?![=>])/g
/** The type without whose name no value in the file is known to have the member. */
const TYPE_NEEDED: Readonly<Record<string, RegExp>> = { set: /\bMap\b/, add: /\bSet\b/ }

/** Whether anything is inserted into a collection that may outlive the function that inserts. */
function mayGrow(text: string, scopes: ScopeManagerLike): boolean {
  let kinds: ReadonlyMap<string, NameKind> | undefined
  for (const { index, 1: member } of text.matchAll(INSERT)) {
    const needed = member === undefined ? undefined : TYPE_NEEDED[member]
    if (needed !== undefined && !needed.test(text)) continue
    const receiver = receiverBefore(text, member === undefined ? openingBefore(text, index) : index)
    if (receiver === undefined) return true
    kinds ??= kindsOfNames(scopes)
    const kind = kinds.get(receiver)
    if (kind !== 'local collection' && !(member === undefined && kind === 'untyped')) return true
  }
  return false
}

/** The plain variable that ends there; undefined for any other expression. */
function receiverBefore(text: string, end: number): string | undefined {
  const match = /([.#]?)\s*(?<![\w$])([\w$]+)\s*[?!]?$/.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))
  return match?.[1] === '' ? match[2] : undefined
}

const LONGEST_NAME = 60

/** Where the bracket opens that closes at `end`. */
function openingBefore(text: string, end: number): number {
  let depth = 0
  for (let at = end; at >= 0; at--) {
    if (text[at] === ']') depth++
    if (text[at] === '[' && --depth === 0) return at
  }
  return 0
}

/**
 * What all variables of a name in the file are: new collections of the function around, which no closure sees; at most parameters of unknown
 * type, of which nothing says that they are dictionaries; or anything.
 */
type NameKind = 'local collection' | 'untyped' | 'any'

function kindsOfNames({ scopes }: ScopeManagerLike): ReadonlyMap<string, NameKind> {
  const kinds = new Map<string, NameKind>()
  for (const variable of scopes.flatMap(scope => scope.variables)) kinds.set(variable.name, widest(kinds.get(variable.name), kindOf(variable)))
  return kinds
}

function kindOf(variable: VariableLike): NameKind {
  if (isLocalCollection(variable)) return 'local collection'
  return isUntypedParameter(variable) ? 'untyped' : 'any'
}

function widest(known: NameKind | undefined, kind: NameKind): NameKind {
  if (known === undefined || known === kind) return kind
  return known === 'any' || kind === 'any' ? 'any' : 'untyped'
}

function isLocalCollection({ defs, scope, references }: VariableLike): boolean {
  const [def] = defs
  if (def === undefined || defs.length > 1 || def.node.type !== 'VariableDeclarator' || def.node.id !== def.name || !isNewCollection(def.node.init)) return false
  return isInFunction(scope) && references.every(use => use.from.variableScope === scope.variableScope && (use.identifier === def.name || !use.isWrite()))
}

function isUntypedParameter({ defs: [def, ...others], references }: VariableLike): boolean {
  if (def?.type !== 'Parameter' || others.length > 0 || def.name.type !== 'Identifier' || Boolean(def.name.typeAnnotation)) return false
  return 'params' in def.node && (def.node.params as readonly unknown[]).includes(def.name) && !references.some(use => use.isWrite())
}

const isInFunction = ({ variableScope }: ScopeLike): boolean => variableScope.type === 'function'

function isNewCollection(init: { readonly type: string } | null): boolean {
  return init?.type === 'ArrayExpression' || init?.type === 'ObjectExpression' || init?.type === 'NewExpression'
}
