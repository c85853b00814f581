import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule as EslintRule } from 'eslint'
import { collectFacts } from '../facts/collect-facts.ts'
import type { ScopeManagerLike } from '../facts/scope-index.ts'
import { link } from '../link/link.ts'
import type { Resolver } from '../link/resolver/resolver.ts'
import { builtInRows } from '../models/index.ts'
import { createModels, type Models } from '../models/lookup.ts'
import type { ModelRow } from '../models/row.ts'
import { isHandWritten } from '../parse/hand-written.ts'
import type { ProjectFacts } from '../parse/parsed-file.ts'
import { relativePath } from '../parse/relative-path.ts'
import type { Finding } from '../verdict/finding.ts'
import { judge } from '../verdict/judge.ts'
import type { CodeRule } from '../verdict/rule.ts'
import { createMayHold, type MayHold } from './may-hold.ts'
import { settingsOf } from './settings.ts'

/** What ESLint and oxlint tell a rule of the file that it is run on. */
export type FileContext = Pick<EslintRule.RuleContext, 'cwd' | 'filename' | 'sourceCode'> & Partial<Pick<EslintRule.RuleContext, 'settings'>>

/**
 * The findings of the file of a context, seen alone.
 * @throws whatever the analysis throws, to the first who asks; to the others such a file has no findings.
 */
export type FileAnalysis = (context: FileContext) => readonly Finding[]

/** An analysis that runs once for each syntax tree, however many rules ask. */
export function createFileAnalysis(rules: readonly CodeRule[]): FileAnalysis {
  // By tree: oxlint has one `sourceCode` object for all files.
  const findingsByTree = new WeakMap<object, readonly Finding[]>()
  const engineOf = createEngines()
  return context => {
    const { ast } = context.sourceCode
    const known = findingsByTree.get(ast)
    if (known !== undefined) return known
    findingsByTree.set(ast, [])
    const findings = findingsOf(context, rules, engineOf(context.settings))
    findingsByTree.set(ast, findings)
    return findings
  }
}

/** What is made once of the rows, for all files. */
interface Engine {
  readonly models: Models
  readonly mayHold: MayHold
}

/** One for the built-in rows; one more for each configuration that brings rows. */
function createEngines(): (settings: EslintRule.RuleContext['settings'] | undefined) => Engine {
  let builtIn: Engine | undefined
  const bySettings = new WeakMap<object, Engine>()
  return settings => {
    const own = settings?.['leak-audit'] as object | undefined
    if (own === undefined || own === null) return builtIn ??= createEngine([])
    const known = bySettings.get(own)
    if (known !== undefined) return known
    const { models = [] } = settingsOf(settings)
    const engine = createEngine(models)
    bySettings.set(own, engine)
    return engine
  }
}

const createEngine = (own: readonly ModelRow[]): Engine => ({ models: createModels(builtInRows, own), mayHold: createMayHold([...own, ...builtInRows]) })

function findingsOf({ cwd, filename, sourceCode }: FileContext, rules: readonly CodeRule[], { models, mayHold }: Engine): readonly Finding[] {
  const { ast, text, scopeManager } = sourceCode
  // another language than JavaScript has no scopes; the auditor leaves out what nobody wrote by hand, too
  if (scopeManager === null) return []
  const scopes = scopeManager as unknown as ScopeManagerLike
  if (!mayHold(text, scopes) || !isHandWritten(text)) return []
  const facts = collectFacts({
    file: relativePath(cwd, filename),
    text,
    ast: ast as unknown as TSESTree.Program,
    // read for directives alone, and those are the linter's business here
    comments: [],
    scopes,
    module: moduleKindOf(filename, ast),
  })
  return facts.isTest ? [] : judge(link([facts], NO_PROJECT, models, KNOWS_NOTHING, 'one file'), rules)
}

const NO_PROJECT: ProjectFacts = { packages: [], pathMappings: [], tsconfigs: [], notices: [] }

const KNOWS_NOTHING: Resolver = { typeOf: () => undefined, declarationOf: () => undefined }

const MODULE_SYNTAX: ReadonlySet<string> = new Set([
  'ImportDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration', 'TSImportEqualsDeclaration', 'TSExportAssignment',
])

/** By the syntax, as the auditor does: `sourceType` says `module` of every `.js` file that no configuration speaks of. */
function moduleKindOf(filename: string, ast: FileContext['sourceCode']['ast']): 'esm' | 'commonjs' {
  const extension = /\.([cm])[jt]s$/.exec(filename)?.[1]
  if (extension !== undefined) return extension === 'm' ? 'esm' : 'commonjs'
  return ast.body.some(statement => MODULE_SYNTAX.has(statement.type)) ? 'esm' : 'commonjs'
}
