import type { TSESTree } from '@typescript-eslint/utils'
import type { BindingFacts, BindingId, FunctionId } from './file-facts.ts'
import { typeFactsOf } from './type-facts.ts'

/** The part of a scope manager that both eslint-scope and @typescript-eslint/scope-manager offer. */
export interface ScopeManagerLike {
  readonly scopes: readonly ScopeLike[]
  acquire(node: TSESTree.Node, inner?: boolean): ScopeLike | null
}
export interface ScopeLike {
  readonly type: string
  readonly block: TSESTree.Node
  readonly upper: ScopeLike | null
  readonly variableScope: ScopeLike
  readonly isStrict: boolean
  readonly variables: readonly VariableLike[]
  readonly references: readonly { readonly identifier: TSESTree.Node; readonly resolved: VariableLike | null }[]
}
export interface VariableLike {
  readonly name: string
  readonly scope: ScopeLike
  readonly defs: readonly { readonly type: string; readonly name: TSESTree.Node; readonly node: TSESTree.Node; readonly parent?: TSESTree.Node | null }[]
  readonly identifiers: readonly TSESTree.Node[]
  readonly references: readonly { readonly identifier: TSESTree.Node; readonly from: ScopeLike; isWrite(): boolean }[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
export type BindingDraft = Mutable<BindingFacts>

/** Which binding an identifier means, and which scope each binding stands in. */
export interface ScopeIndex {
  readonly bindings: BindingDraft[]
  /** Names of interfaces and type aliases. */
  readonly types: readonly string[]
  bindingOf(identifier: TSESTree.Node): BindingId | undefined
  /** The bindings of a scope that some closure captures: what V8 allocates in that scope's context. */
  contextOf(scope: ScopeLike): readonly BindingId[]
  scopeOfFunction(node: TSESTree.Node): ScopeLike | undefined
  /** True for a constant of the module that is a symbol: `const kQueue = Symbol('queue')`, or an import that is called as they all are. */
  isSymbol(id: BindingId): boolean
  /** Sets, once all functions are numbered, who declares and who captures each binding. */
  attachFunctions(functionOf: (block: TSESTree.Node) => FunctionId | undefined): void
}

const KINDS: Readonly<Record<string, BindingFacts['kind']>> = {
  Parameter: 'param', FunctionName: 'function', ClassName: 'class', ImportBinding: 'import', CatchClause: 'catch', TSEnumName: 'const', TSModuleName: 'const',
}

export function indexScopes(manager: ScopeManagerLike): ScopeIndex {
  const bindings: BindingDraft[] = []
  const types: string[] = []
  const variables: VariableLike[] = []
  const idOfVariable = new Map<VariableLike, BindingId>()
  const idOfIdentifier = new Map<TSESTree.Node, BindingId>()
  const scopeOfBlock = new Map<TSESTree.Node, ScopeLike>()
  const contexts = new Map<ScopeLike, BindingId[]>()

  for (const scope of manager.scopes) {
    if (isFunctionScope(scope) || !scopeOfBlock.has(scope.block)) scopeOfBlock.set(scope.block, scope)
    for (const variable of scope.variables) {
      const def = variable.defs[0]
      if (def?.type === 'Type') types.push(variable.name)
      if (def === undefined || def.type === 'Type') continue
      // a class has a second binding of its name inside its own scope: one id serves both
      const outer = def.type === 'ClassName' && scope.type === 'class' ? idOfIdentifier.get(def.name) : undefined
      const id = outer ?? bindings.length
      if (outer === undefined) {
        variables.push(variable)
        bindings.push(draft(variable, def))
      }
      idOfVariable.set(variable, id)
      for (const d of variable.defs) idOfIdentifier.set(d.name, id)
      for (const identifier of variable.identifiers) idOfIdentifier.set(identifier, id)
    }
  }
  for (const scope of manager.scopes) {
    for (const { identifier, resolved } of scope.references) {
      const id = resolved === null || resolved === undefined ? undefined : idOfVariable.get(resolved)
      if (id !== undefined) idOfIdentifier.set(identifier, id)
    }
  }

  return {
    bindings,
    types,
    bindingOf: identifier => idOfIdentifier.get(identifier),
    contextOf: scope => contexts.get(scope) ?? [],
    scopeOfFunction: node => scopeOfBlock.get(node),
    isSymbol: id => isSymbolConstant(variables[id]!),
    attachFunctions(functionOf) {
      const owner = new Map<ScopeLike, FunctionId>()
      const functionOfScope = (scope: ScopeLike): FunctionId => {
        const known = owner.get(scope)
        if (known !== undefined) return known
        const own = isFunctionScope(scope) ? functionOf(scope.block) : undefined
        const id = own ?? (scope.upper === null ? 0 : functionOfScope(scope.upper))
        owner.set(scope, id)
        return id
      }
      variables.forEach((variable, id) => {
        const binding = bindings[id]!
        binding.fn = functionOfScope(variable.scope)
        const users = new Set<FunctionId>()
        for (const reference of variable.references) {
          const user = functionOfScope(reference.from)
          if (user !== binding.fn) users.add(user)
        }
        binding.capturedBy = [...users]
        const scope = variable.scope
        if (users.size > 0 || isForcedIntoContext(variable)) {
          const context = contexts.get(scope)
          if (context === undefined) contexts.set(scope, [id])
          else context.push(id)
        }
      })
    },
  }
}

function draft(variable: VariableLike, def: VariableLike['defs'][number]): BindingDraft {
  const declaration = def.parent?.type === 'VariableDeclaration' ? def.parent : undefined
  const kind = declaration === undefined ? KINDS[def.type] ?? 'var' : declaration.kind === 'const' || declaration.kind === 'using' || declaration.kind === 'await using' ? 'const' : declaration.kind
  const annotation = def.name.type === 'Identifier' ? def.name.typeAnnotation?.typeAnnotation : undefined
  const binding: BindingDraft = { name: variable.name, at: def.name.range[0], fn: 0, kind, values: [], capturedBy: [], inLoop: isInLoopScope(variable.scope) }
  if (declaration?.kind === 'using' || declaration?.kind === 'await using') binding.isUsing = true
  if (annotation !== undefined) binding.type = typeFactsOf(annotation, () => undefined)
  return binding
}

function isSymbolConstant({ name, defs: [def] }: VariableLike): boolean {
  if (def === undefined) return false
  if (def.type === 'ImportBinding') return SYMBOL_NAME.test(name)
  if (def.node.type !== 'VariableDeclarator' || def.parent?.type !== 'VariableDeclaration' || def.parent.kind !== 'const' || def.node.init === null) return false
  if (def.node.id.type === 'ObjectPattern') return SYMBOL_NAME.test(name) && calledName(def.node.init) === 'require'
  return calledName(def.node.init) === 'Symbol'
}

/** As Node.js itself calls them: `kHandle`. */
const SYMBOL_NAME = /^k[A-Z]/

/** `f(…)`, `f.member(…)`: f. */
function calledName(node: TSESTree.Node): string | undefined {
  const callee = node.type === 'CallExpression' ? node.callee : undefined
  const named = callee?.type === 'MemberExpression' ? callee.object : callee
  return named?.type === 'Identifier' ? named.name : undefined
}

const isFunctionScope = (scope: ScopeLike): boolean => scope.type === 'function' || scope.type === 'class-field-initializer' || scope.type === 'class-static-block'

function isInLoopScope(scope: ScopeLike): boolean {
  for (let at: ScopeLike | null = scope; at !== null && !isFunctionScope(at) && at.type !== 'module' && at.type !== 'global'; at = at.upper) {
    if (/^(For|While|DoWhile)/.test(at.block.type)) return true
  }
  return false
}

/** A sloppy function with simple parameters that mentions `arguments` keeps all its parameters in its context (measured). */
function isForcedIntoContext(variable: VariableLike): boolean {
  if (variable.defs[0]?.type !== 'Parameter' || variable.scope.isStrict) return false
  const block = variable.scope.block as { params?: readonly TSESTree.Node[] }
  if (block.params?.every(p => p.type === 'Identifier') !== true) return false
  return variable.scope.variables.some(v => v.name === 'arguments' && v.references.length > 0)
}
