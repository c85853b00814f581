import { parse, type ArrayExpressionElement, type Argument, type Expression, type Program, type Statement } from 'oxc-parser'

/** Where one more entry and the import it needs go in a flat configuration of ESLint; offsets into its text. */
export interface FlatConfigPlaces {
  readonly kind: 'places'
  readonly module: 'esm' | 'commonjs'
  /** The import or `require` to write the new one behind; undefined where there is none, and it goes to `startAt`. */
  readonly lastImport?: Span
  /** Behind what has to stay first: `#!`, `// @ts-check`, `'use strict'`. */
  readonly startAt: number
  /** The last entry there is. */
  readonly lastEntry?: Span
  /** Of the bracket that closes the list of entries. */
  readonly listEnd: number
  /** Names that the file declares at its top. */
  readonly names: readonly string[]
}

export interface Span { readonly start: number; readonly end: number }

/** What the text of an `eslint.config.*` says, found without running it: where to add an entry, that `plugin` is there already, or why that cannot be told. */
export async function readFlatConfig(file: string, text: string, plugin: string): Promise<FlatConfigPlaces | { readonly kind: 'present' } | { readonly kind: 'unknown'; readonly missing: string }> {
  const { program, errors } = await parse(file, text, { preserveParens: false })
  if (errors.length > 0) return unknown('it does not parse')
  const imports = program.body.filter(isImport)
  if (imports.some(statement => text.slice(statement.start, statement.end).includes(plugin))) return { kind: 'present' }
  const exported = program.body.map(exportedBy).find(found => found !== undefined)
  if (exported === undefined) return unknown('it has no default export')
  const list = listOf(exported.expression, program)
  if (list === undefined) return unknown('its entries are not written as a list')
  const lastImport = imports.at(-1), lastEntry = list.entries.findLast(entry => entry !== null)
  return {
    kind: 'places',
    module: exported.module,
    ...(lastImport === undefined ? {} : { lastImport: spanOf(lastImport) }),
    startAt: startOf(text, program),
    ...(lastEntry === undefined ? {} : { lastEntry: spanOf(lastEntry) }),
    listEnd: list.end,
    names: program.body.flatMap(namesOf),
  }
}

interface List { readonly entries: readonly (ArrayExpressionElement | Argument)[]; readonly end: number }

/** Functions that give a list of all their arguments, by the package they come from. */
const LISTING: Readonly<Record<string, readonly string[]>> = {
  'eslint/config': ['defineConfig'],
  '@eslint/config-helpers': ['defineConfig'],
  'typescript-eslint': ['config'],
}

function listOf(expression: Expression, program: Program, depth = 0): List | undefined {
  if (expression.type === 'TSAsExpression' || expression.type === 'TSSatisfiesExpression') return listOf(expression.expression, program, depth)
  if (expression.type === 'ArrayExpression') return { entries: expression.elements, end: expression.end - 1 }
  if (expression.type === 'Identifier') {
    const value = depth < DEEPEST ? valueOf(expression.name, program) : undefined
    return value === undefined ? undefined : listOf(value, program, depth + 1)
  }
  if (expression.type !== 'CallExpression' || !isListing(expression.callee, program)) return undefined
  const [only, second] = expression.arguments
  if (only?.type === 'ArrayExpression' && second === undefined) return listOf(only, program, depth)
  return { entries: expression.arguments, end: expression.end - 1 }
}

/** One name for another, and that for a list: more is not written by hand. */
const DEEPEST = 3

function valueOf(name: string, program: Program): Expression | undefined {
  const declared = program.body.flatMap(statement => statement.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : [])
  return declared.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init ?? undefined
}

/** `defineConfig` and `tseslint.config`, whatever they are called here. */
function isListing(callee: Expression, program: Program): boolean {
  const isOf = (source: string | undefined, member: string) => source !== undefined && LISTING[source]?.includes(member) === true
  if (callee.type === 'Identifier') {
    const bound = boundBy(callee.name, program)
    return bound?.member !== undefined && isOf(bound.source, bound.member)
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return false
  const bound = boundBy(callee.object.name, program)
  return bound !== undefined && bound.member === undefined && isOf(bound.source, callee.property.name)
}

/** What a name of the file is of which package; without a member it is the package itself. */
function boundBy(name: string, program: Program): { readonly source: string; readonly member: string | undefined } | undefined {
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const specifier = statement.specifiers.find(({ local }) => local.name === name)
      if (specifier === undefined) continue
      const imported = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : undefined
      return { source: statement.source.value, member: imported === 'default' ? undefined : imported }
    }
    if (statement.type !== 'VariableDeclaration') continue
    for (const { id, init } of statement.declarations) {
      const source = requiredBy(init)
      if (source === undefined) continue
      if (id.type === 'Identifier' && id.name === name) return { source, member: undefined }
      if (id.type !== 'ObjectPattern') continue
      const property = id.properties.find(candidate => candidate.type === 'Property' && candidate.value.type === 'Identifier' && candidate.value.name === name)
      if (property?.type === 'Property' && property.key.type === 'Identifier') return { source, member: property.key.name }
    }
  }
  return undefined
}

function exportedBy(statement: Statement): { readonly module: 'esm' | 'commonjs'; readonly expression: Expression } | undefined {
  if (statement.type === 'ExportDefaultDeclaration') {
    const { declaration } = statement
    const isValue = declaration.type !== 'FunctionDeclaration' && declaration.type !== 'ClassDeclaration' && declaration.type !== 'TSInterfaceDeclaration'
    return isValue ? { module: 'esm', expression: declaration as Expression } : undefined
  }
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return undefined
  const { left, right } = statement.expression
  const isExports = left.type === 'MemberExpression' && !left.computed && left.object.type === 'Identifier' && left.object.name === 'module'
    && left.property.type === 'Identifier' && left.property.name === 'exports'
  return isExports ? { module: 'commonjs', expression: right } : undefined
}

function isImport(statement: Statement): boolean {
  return statement.type === 'ImportDeclaration'
    || (statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => requiredBy(init) !== undefined))
}

/** `'eslint'` of `require('eslint')`, also of `require('eslint').x`. */
function requiredBy(init: Expression | null): string | undefined {
  if (init?.type === 'MemberExpression') return requiredBy(init.object)
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return undefined
  const [source] = init.arguments
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined
}

function namesOf(statement: Statement): readonly string[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name)
  if (statement.type === 'VariableDeclaration') return statement.declarations.flatMap(({ id }) => id.type === 'Identifier' ? [id.name] : [])
  return statement.type === 'FunctionDeclaration' && statement.id !== null ? [statement.id.name] : []
}

function startOf(text: string, { body }: Program): number {
  const directive = body.findLast(statement => statement.type === 'ExpressionStatement' && 'directive' in statement && typeof statement.directive === 'string')
  if (directive !== undefined) return lineAfter(text, directive.end)
  return /^(?:\uFEFF)?(?:#!.*\r?\n)?(?:\/\/ *@ts-\w+.*\r?\n)?/.exec(text)![0].length
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const unknown = (missing: string) => ({ kind: 'unknown', missing } as const)
