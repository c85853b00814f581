import { isBuiltin } from 'node:module'
import { relative, resolve } from 'node:path'
import type { ts } from 'ts-morph'
import type { TypeAnswer } from './resolver.ts'
import type { Loaded } from './ts-morph-projects.ts'

/** What a type is: undefined for any, unknown and never, about which nothing is known. */
export function typeAnswerOf(type: ts.Type, loaded: Loaded): TypeAnswer | undefined {
  const { Any, Unknown, Never } = loaded.ts.TypeFlags
  if ((type.flags & (Any | Unknown | Never)) !== 0) return undefined
  return { keys: keysOf(type, loaded), isFinite: isFiniteType(type, loaded) }
}

/** Of a union, what all of its constituents have in common, null and undefined left aside; of an intersection, what any of them has. */
function keysOf(type: ts.Type, loaded: Loaded): readonly string[] {
  const bare = loaded.checker.getNonNullableType(type)
  if (bare.isUnion()) {
    const [first, ...others] = bare.types.map(part => keysOf(part, loaded))
    return first!.filter(key => others.every(keys => keys.includes(key)))
  }
  const apparent = loaded.checker.getApparentType(bare)
  if (apparent.isIntersection()) return [...new Set(apparent.types.flatMap(part => keysOf(part, loaded)))]
  const keys = new Set<string>()
  collectKeys(apparent, loaded, keys)
  return [...keys]
}

/** The type's own key, then its supertypes', nearest first. */
function collectKeys(type: ts.Type, loaded: Loaded, keys: Set<string>): void {
  const open = [type]
  const seen = new Set<ts.Type>()
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const declared = declaredTypeOf(next, loaded)
    if (seen.has(declared)) continue
    seen.add(declared)
    const isNamed = declared.isClassOrInterface()
    const symbol = isNamed ? declared.symbol : declared.aliasSymbol
    const key = symbol === undefined ? undefined : keyOfSymbol(symbol, loaded)
    if (key !== undefined) keys.add(key)
    if (isNamed) open.push(...loaded.checker.getBaseTypes(declared).flatMap(constituentsOf), ...implementedBy(declared, loaded))
  }
}

/** `Map<K, V>` for `Map<string, Job>`. */
function declaredTypeOf(type: ts.Type, { ts }: Loaded): ts.Type {
  const isReference = (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
  return isReference ? (type as ts.TypeReference).target : type
}

function constituentsOf(type: ts.Type): readonly ts.Type[] {
  return type.isIntersection() ? type.types : [type]
}

function implementedBy({ symbol }: ts.Type, { ts, checker }: Loaded): ts.Type[] {
  const classes = (symbol.declarations ?? []).filter(ts.isClassLike)
  const clauses = classes.flatMap(cls => cls.heritageClauses ?? []).filter(clause => clause.token === ts.SyntaxKind.ImplementsKeyword)
  return clauses.flatMap(clause => clause.types.map(type => checker.getTypeAtLocation(type)))
}

/** `module#Name`: the module is the file, the package or the ambient module that declares it, or `global`. */
function keyOfSymbol(symbol: ts.Symbol, loaded: Loaded): string | undefined {
  const { ts } = loaded
  const declaration = symbol.declarations?.[0]
  if (declaration === undefined) return undefined
  const ownName = ts.getNameOfDeclaration(declaration)
  const names = [ownName !== undefined && ts.isIdentifier(ownName) ? ownName.text : symbol.name]
  for (let node: ts.Node = declaration.parent; ; node = node.parent) {
    if (ts.isSourceFile(node)) return `${moduleOf(node, loaded)}#${withoutExported(names, node.statements, loaded)}`
    if (!ts.isModuleDeclaration(node)) continue
    if ((node.flags & ts.NodeFlags.GlobalAugmentation) !== 0) return `global#${names.join('.')}`
    if (ts.isIdentifier(node.name)) names.unshift(node.name.text)
    else {
      const statements = node.body !== undefined && ts.isModuleBlock(node.body) ? node.body.statements : []
      return `${ambientModule(node.name.text)}#${withoutExported(names, statements, loaded)}`
    }
  }
}

/** Importers see the members of a namespace that is the `export =` of its module as the module's own. */
function withoutExported(names: readonly string[], statements: Iterable<ts.Statement>, { ts }: Loaded): string {
  if (names.length > 1) {
    for (const statement of statements) {
      const isTarget = ts.isExportAssignment(statement) && statement.isExportEquals === true && ts.isIdentifier(statement.expression) && statement.expression.text === names[0]
      if (isTarget) return names.slice(1).join('.')
    }
  }
  return names.join('.')
}

function ambientModule(name: string): string {
  return isBuiltin(name) && !name.startsWith('node:') ? `node:${name}` : name
}

function moduleOf(source: ts.SourceFile, { ts, program, root }: Loaded): string {
  if (program.isSourceFileDefaultLibrary(source) || source.fileName.startsWith('/node_modules/typescript/lib/')) return 'global'
  const below = relative(root, resolve(source.fileName)).replaceAll('\\', '/')
  const installed = (below.startsWith('..') ? source.fileName : `/${below}`).split('/node_modules/')
  if (installed.length === 1) return below
  return ts.isExternalModule(source) ? packageOf(installed.at(-1)!) : 'global'
}

/** `@scope/pkg/lib/file.d.ts` → `@scope/pkg`; `@types/scope__pkg` declares `@scope/pkg`. */
function packageOf(path: string): string {
  const [first, second] = path.split('/') as [string, string]
  if (first === '@types') return second.includes('__') ? `@${second.replace('__', '/')}` : second
  return first.startsWith('@') ? `${first}/${second}` : first
}

function isFiniteType(type: ts.Type, loaded: Loaded): boolean {
  const { Unit, EnumLike, BooleanLike, Instantiable } = loaded.ts.TypeFlags
  if (type.isUnion()) return type.types.every(part => isFiniteType(part, loaded))
  if ((type.flags & (Unit | EnumLike | BooleanLike)) !== 0) return true
  const constraint = (type.flags & Instantiable) === 0 ? undefined : loaded.checker.getBaseConstraintOfType(type)
  return constraint !== undefined && constraint !== type && isFiniteType(constraint, loaded)
}
