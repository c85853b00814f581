import { parse as parseWithTypeScript } from '@typescript-eslint/typescript-estree'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { isParsed, parseText } from '../../src/parse/parse-text.ts'
import type { ParsedFile } from '../../src/parse/parsed-file.ts'
import { scopesOf } from '../../src/parse/scopes.ts'
import type { AuditError } from '../../src/verdict/audit-result.ts'

async function parsed(file: string, text: string): Promise<ParsedFile> {
  const result = await parseText(file, text)
  if (!isParsed(result)) throw new Error(JSON.stringify(result))
  return result
}

async function failed(file: string, text: string): Promise<AuditError> {
  const result = await parseText(file, text)
  if (isParsed(result)) throw new Error(`${file} parses`)
  return result
}

describe('module kind', () => {
  test.each([
    ['room.js', `import bus from './bus.js'`, 'esm'],
    ['room.js', `export {}`, 'esm'],
    ['room.js', `const bus = require('./bus')`, 'commonjs'],
    ['room.js', `const bus = await import('./bus.js')`, 'esm'],
    ['room.js', `for await (const price of feed) {}`, 'esm'],
    ['room.js', `console.log(import.meta.url)`, 'esm'],
    ['room.js', `import('./bus.js')`, 'commonjs'],
    ['room.js', '', 'commonjs'],
    ['room.mjs', `const a = 1`, 'esm'],
    ['room.mts', `const a = 1`, 'esm'],
    ['room.cjs', `const a = 1`, 'commonjs'],
    ['room.cts', `import bus from './bus'`, 'commonjs'],
    ['room.ts', `import type { Bus } from './bus'`, 'esm'],
    ['room.ts', `import bus = require('./bus')`, 'commonjs'],
  ])('%s: %s is %s', async (file, text, kind) => {
    expect((await parsed(file, text)).module).toBe(kind)
  })
})

describe('what parses', () => {
  test.each([
    ['a hashbang', 'cli.js', '#!/usr/bin/env node\nrequire("./room")'],
    ['a return at the top level of CommonJS', 'cli.js', 'if (!process.send) return\nrequire("./room")'],
    ['a return at the top level of CommonJS in TypeScript', 'cli.ts', 'if (!process.send) return'],
    ['new.target at the top level of CommonJS', 'cli.js', 'new.target'],
    ['sloppy code', 'old.js', 'with (room) {}; var x = 010; var await = 1; function f(a, a) { arguments = 2; delete a }'],
    ['JSX in any JavaScript file', 'view.js', 'const view = <Room id={1}>{...kids}</Room>'],
    ['decorators in JavaScript', 'room.js', '@Injectable() export class Room { @Inject() bus }'],
    ['using declarations', 'room.js', 'export async function f() { using a = open(); await using b = open() }'],
    ['import attributes', 'room.mjs', 'import data from "./rooms.json" with { type: "json" }'],
    ['type arguments that look like JSX', 'room.ts', 'const all = <Room[]>rooms; const first = <T>(list: T[]) => list[0]'],
    ['a byte order mark', 'room.ts', '\uFEFFconst a = 1'],
    ['nothing', 'room.ts', ''],
  ])('%s', async (_, file, text) => {
    expect((await parsed(file, text)).file).toBe(file)
  })
})

describe('what does not parse is one line with its place', () => {
  test.each([
    ['room.js', 'const a = 1\nconst b = = 2', { line: 2, column: 11, message: 'Syntax error: Unexpected token' }],
    ['room.js', '// é 😀\r\nconst ü = "😀" + = 1', { line: 2, column: 18, message: 'Syntax error: Unexpected token' }],
    ['room.js', 'import bus from "./bus"\nreturn', { line: 2, column: 1, message: `Syntax error: A 'return' statement can only be used within a function body.` }],
    ['room.cjs', 'export const a = 1', { line: 1, column: 1, message: 'Syntax error: Cannot use export statement outside a module' }],
  ])('%s: %j', async (file, text, error) => {
    expect((await failed(file, text))).toEqual({ file, ...error })
  })

  test('types are not allowed in JavaScript', async () => {
    expect((await failed('room.js', 'const a: number = 1')).line).toBe(1)
    expect((await failed('room.js', 'import type { Bus } from "./bus"')).line).toBe(1)
    expect((await failed('room.jsx', 'class A { constructor(private a) {} }')).line).toBe(1)
  })
})

describe('offsets', () => {
  test('they count UTF-16 code units, hashbang included and byte order mark not', async () => {
    const { ast, text } = await parsed('room.js', '\uFEFF#!/usr/bin/env node\nconst name = "😀 é"; bus.on(name)')
    const call = ast.body[1]!
    expect(text.slice(...call.range)).toBe('bus.on(name)')
  })

  test('parentheses leave no node', async () => {
    const { ast, text } = await parsed('room.ts', 'export const on = ((bus.on)) as ((x: (string)) => void)')
    expect(JSON.stringify(ast, (_, value: unknown) => typeof value === 'bigint' ? String(value) : value)).not.toContain('Parenthesized')
    const declaration = (ast.body[0] as TSESTree.ExportNamedDeclaration).declaration as TSESTree.VariableDeclaration
    const cast = declaration.declarations[0]!.init as TSESTree.TSAsExpression
    expect(text.slice(...cast.expression.range)).toBe('bus.on')
  })

  test('comments stand in source order with their ranges, JSX and trailing ones too', async () => {
    const { comments, text } = await parsed('room.jsx', '#!/usr/bin/env node\n// first 😀\nexport const a = <p>{/* second */}</p> // third')
    expect(comments.map(({ type, value }) => [type, value])).toEqual([['Line', ' first 😀'], ['Block', ' second '], ['Line', ' third']])
    expect(comments.map(({ range }) => text.slice(...range))).toEqual(['// first 😀', '/* second */', '// third'])
  })
})

/** One line a language feature, each a file of its own. */
const FEATURES = {
  enums: `enum Side { Buy = 1, 'sell' } declare enum Kind {} const enum Flag { A = Side.Buy } use(Side, Flag.A)`,
  namespaces: `namespace Feed.Prices { export const last = 1; function inner() { return last } } declare module 'events' { interface X {} } declare global { var rooms: Map<string, X> } Feed.Prices.last`,
  'classes and decorators': `@Module({ providers: [Feed] }) export abstract class Room<T extends Base> extends Base<T> implements Store, ns.Other<T> {
    @Inject() private readonly feed?: Feed; static #count = 1; declare name: string; abstract close(): void; abstract size: number
    constructor(@Inject(TOKEN) private bus: Bus, public readonly limit = 3, ...rest: string[]) { super(); this.#on(bus) }
    get x() { return this.name } set x(value) {} static { Room.#count++ } accessor q = 1; [key: string]: any; override leave?(): void
    on(a: string): void; on(a: any) { return a } #on(@Param() b: Bus) { return #count in b } }`,
  imports: `import type { Bus } from './bus'; import { type Feed, price } from './feed'; import fs, * as all from 'fs'; import eq = require('eq'); import type Only from 'only'; import alias = all.promises
    const held: Bus = price as Feed; eq(fs, all, alias); export * from 'a'; export * as ns from 'b'; export { type Feed, held as default } from 'c'; export type { Bus }; export { held }`,
  assertions: `const settings = { a: 1 } satisfies Settings as const; const n = x!.y!.z; const all = <any>n; f<string>(n); new Map<string, number>(); tag<string>\`a\${n}b\``,
  using: `function f() { using a = open(); { using b = a } } async function g() { await using c = open(); for (using d of c) { d } }`,
  overloads: `function over(a: string): void; function over(a: any) { return a } declare function outer(x: number): void; declare const there: string; function asserts(x: unknown): asserts x is string {}`,
  types: `type Cond<T> = T extends infer U extends string ? U : never; type Mapped<T> = { readonly [K in keyof T]?: T[K] }; type Tpl = \`a\${Cond<1>}\`; type Imp = import('x').Y<string>
    type Fn = new (...a: any[]) => void; type Tup = [a: string, b?: number, ...r: any[]]; interface Store extends Base, ns.K<string> { (x: number): void; new (x: number): Store; method<T>(a: T): T; readonly p: typeof there; get g(): string }`,
  chains: `a?.b?.[c]?.(d)!.e; (a?.b)!.c; (a?.b).c; delete a?.b; room?.bus!`,
  patterns: `async function* gen<T>(this: Foo, { a, b = 1, ...c }: X = {}, [d, , e]: Y, ...rest: Z[]) { yield* a; await d } const { a = 1, b: { c }, ...others } = o; [x, y = 2] = [y, x]; ({ a: z.w, ...q } = o)`,
  statements: `try { f() } catch { g() } finally { h() } try {} catch ({ message }) { message } label: for (const i of list) { for (let j = 0; j < i; j++) { () => j; continue label } } switch (x) { case 1: let y = 2; break; default: } do {} while (x); while (x) {} for (var k in o) k; throw k`,
  closures: `const a = 1; export default class { field = () => a; static s = a } export const o = { a, m() { return this.a }, get x() { return a }, [a]: 1, ...rest, async *g() {} }; (function named() { named(); arguments }); var v = function () { eval('1') }`,
  literals: `1n; /x/giu; \`q\`; null; 1_000; 'a' in o; x ||= 1; x ??= 2; x **= 2; import.meta.url; import('x', { with: { type: 'json' } }); export {}`,
} as const

describe('the tree is what typescript-estree gives', () => {
  test.each(Object.entries(FEATURES))('%s', async (_, text) => {
    expect(shapeOf((await parsed('room.ts', text)).ast)).toEqual(shapeOf(parseWithTypeScript(text, { range: true })))
  })

  test('JSX', async () => {
    const text = 'const x = <A.B {...p} on={() => 1} s="a"><></>{...kids}{y} text</A.B>; const g = <T,>(x: T) => x; <svg:path xlink:href="a"/>'
    expect(shapeOf((await parsed('room.tsx', text)).ast)).toEqual(shapeOf(parseWithTypeScript(text, { range: true, jsx: true })))
  })

  test('JavaScript has the TypeScript fields too, empty', async () => {
    const text = 'export class Room extends Base { #a = 1; async m({ a, b }) { return a?.b() } }'
    expect(shapeOf((await parsed('room.js', text)).ast)).toEqual(shapeOf(parseWithTypeScript(text, { range: true, jsx: true })))
  })

  test('but: a hashbang stands in the program, entities of JSX attributes stay as written, absent parts are null', async () => {
    const { ast } = await parsed('view.tsx', '#!/usr/bin/env node\nvar a; <p title="a&amp;b"/>')
    expect(ast).toMatchObject({ hashbang: { value: '/usr/bin/env node' } })
    expect(JSON.stringify(ast)).toContain('"value":"a&amp;b"')
    expect((ast.body[0] as TSESTree.VariableDeclaration).declarations[0]!.id.typeAnnotation).toBeNull()
  })
})

describe('the scopes are those of the tree of typescript-estree', () => {
  test.each(Object.entries(FEATURES))('%s', async (_, text) => {
    const { scopes } = await parsed('room.mts', text)
    expect(outlineOf(scopes)).toEqual(outlineOf(scopesOf(parseWithTypeScript(text, { range: true }), 'module')))
  })

  test('a JSX element refers to its component', async () => {
    const { scopes } = await parsed('view.jsx', 'import { Room } from "./room"; export const view = <Room/>')
    expect(outlineOf(scopes)).toContain('module: Room resolved')
  })

  test('names at the top level of CommonJS stand in a function scope, and nothing is a declared global', async () => {
    const { scopes } = await parsed('room.js', 'const bus = require("./bus"); setTimeout(() => bus)')
    expect(scopes.scopes.map(scope => scope.type)).toEqual(['global', 'function', 'function'])
    expect(scopes.globalScope!.variables.filter(variable => variable.isValueVariable)).toEqual([])
    expect(scopes.globalScope!.through.map(reference => reference.identifier.name)).toEqual(['require', 'setTimeout'])
  })
})

const NOT_COMPARED: readonly string[] = ['loc', 'start', 'end', 'parent', 'tokens', 'comments', 'hashbang', 'sourceType']

/** Without what differs by design: null against undefined, the extent of the program, the kind of script, hidden properties. */
function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOf)
  if (typeof node !== 'object' || node === null || node instanceof RegExp) return node
  const isProgram = 'sourceType' in node
  const skipped = isProgram ? [...NOT_COMPARED, 'range'] : 'type' in node && node.type === 'TSEnumMember' ? [...NOT_COMPARED, 'computed'] : NOT_COMPARED
  const parts = Object.entries(node).filter(([key, value]) => value !== null && value !== undefined && !skipped.includes(key))
  return Object.fromEntries(parts.map(([key, value]) => [key, shapeOf(value)]))
}

function outlineOf(manager: ScopeManager): string[] {
  return manager.scopes.flatMap(scope => [
    `${scope.type} ${scope.block.type} ${scope.block.type === 'Program' ? '' : scope.block.range.join('-')}`,
    ...scope.variables.map(variable => `${scope.type} declares ${variable.name} ${variable.defs.map(def => `${def.type}@${def.name.range[0]}`).join()}`),
    ...scope.references.map(reference => `${scope.type}: ${'name' in reference.identifier ? reference.identifier.name : ''} ${reference.resolved === null ? 'unresolved' : 'resolved'}`),
  ])
}
