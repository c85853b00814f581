import type { TSESTree } from '@typescript-eslint/utils'
import type { FileFacts } from './file-facts.ts'
import { collectRetained } from './captures.ts'
import { collectCommonJsExports } from './commonjs-exports.ts'
import { FactsDraft } from './draft.ts'
import { collectCompiledDecorators } from './compiled-decorators.ts'
import { collectPrototypeClasses } from './prototype-classes.ts'
import { lineOf } from './file-facts.ts'
import { readStatements } from './read-statement.ts'
import { indexScopes, type ScopeManagerLike } from './scope-index.ts'
import { suppressionsOf } from './suppressions.ts'

/** What facts are collected from: any ESTree with ranges, and its scopes. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly ast: TSESTree.Program
  readonly comments: readonly { readonly type: string; readonly value: string; readonly range: readonly [number, number] }[]
  readonly scopes: ScopeManagerLike
  readonly module: 'esm' | 'commonjs'
}

/** One file's syntax tree and scopes → its facts. The last stage that sees a syntax tree. */
export function collectFacts(source: Source): FileFacts {
  const scopes = indexScopes(source.scopes)
  const draft = new FactsDraft(scopes)
  draft.enter(source.ast, { name: '', kind: 'module', isAsync: true, isGenerator: false, cls: null, isStatic: false }, () => readStatements(draft, source.ast.body))
  scopes.attachFunctions(node => draft.functionOfNode.get(node))
  collectRetained(draft)
  collectPrototypeClasses(draft)
  collectCompiledDecorators(draft)
  if (source.module === 'commonjs') collectCommonJsExports(draft)
  const lineStarts = lineStartsOf(source.text)
  return {
    file: source.file, module: source.module, lineStarts,
    functions: draft.functions, bindings: scopes.bindings, classes: draft.classes, calls: draft.calls, writes: draft.writes, values: draft.values,
    imports: draft.imports, exports: draft.exports, localTypes: scopes.types, declaredTypes: draft.declaredTypes,
    suppressions: suppressionsOf(source.comments, offset => lineOf(lineStarts, offset)),
    isTest: isTestFile(source.file, draft),
    isScript: source.text.startsWith('#!'),
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const TEST_PATH = /(^|\/)(([\w-]+-)?tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures\/test|bench(mark)?s?|scripts?|examples?|demos?|samples?)\/|[.-](test|spec|e2e)(-d)?\.[cm]?[jt]sx?$|(^|\/)bench(mark)?\.[cm]?[jt]s$/
const TEST_PACKAGES: ReadonlySet<string> = new Set(['vitest', 'jest', '@jest/globals', 'mocha', 'ava', 'tap', 'tape', 'node:test', 'supertest', 'chai', 'sinon'])
const TEST_GLOBALS: ReadonlySet<string> = new Set(['describe', 'it', 'beforeEach', 'afterEach'])

function isTestFile(file: string, draft: FactsDraft): boolean {
  if (TEST_PATH.test(file)) return true
  if (draft.imports.some(i => TEST_PACKAGES.has(i.specifier))) return true
  const globals = new Set<string>()
  for (const call of draft.calls) {
    const callee = draft.values[call.callee]!
    if (callee.kind === 'global' && TEST_GLOBALS.has(callee.name)) globals.add(callee.name)
  }
  return globals.size >= 2 && globals.has('describe')
}
