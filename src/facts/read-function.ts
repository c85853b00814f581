import type { TSESTree } from '@typescript-eslint/utils'
import type { ClassId, FunctionFacts, FunctionId, ParameterFacts } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'
import { readExpression } from './read-expression.ts'
import { declarePattern } from './read-pattern.ts'
import { readStatements } from './read-statement.ts'

/** What an anonymous function is called after, and what it is a member of. */
export interface Named {
  readonly name: string
  readonly kind: 'function' | 'method' | 'constructor' | 'getter' | 'setter'
  readonly cls?: ClassId
  readonly isStatic?: boolean
}

type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression

export function readFunction(draft: FactsDraft, node: FunctionNode, named?: Named): FunctionId {
  const kind: FunctionFacts['kind'] = node.type === 'ArrowFunctionExpression' ? 'arrow' : named?.kind ?? 'function'
  const about = { name: node.id?.name ?? named?.name ?? '', kind, isAsync: node.async, isGenerator: node.generator, cls: named?.cls ?? null, isStatic: named?.isStatic ?? false }
  return draft.enter(node, about, () => {
    if (node.returnType) draft.frame.fn.result = draft.typeOf(node.returnType.typeAnnotation)
    node.params.forEach((param, index) => readParameter(draft, param, index))
    if (node.body === null || node.body === undefined) return
    if (node.body.type === 'BlockStatement') return readStatements(draft, node.body.body)
    const value = readExpression(draft, node.body, 'returned')
    draft.frame.fn.returns.push(value)
    draft.frame.flow.return(value)
  })
}

function readParameter(draft: FactsDraft, param: TSESTree.Parameter, index: number): void {
  const { fn } = draft.frame
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param
  const pattern = inner.type === 'AssignmentPattern' ? inner.left : inner
  const isRest = pattern.type === 'RestElement'
  const value = draft.value(param, { kind: 'param', fn: fn.id, index, rest: isRest })
  const bindings: number[] = []
  declarePattern(draft, inner, value, id => bindings.push(id))
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation?.typeAnnotation : undefined
  const type = annotation === undefined ? undefined : draft.typeOf(annotation)
  if (type !== undefined && pattern.type === 'Identifier') for (const id of bindings) draft.scopes.bindings[id]!.type = type
  const facts: ParameterFacts = {
    bindings, isRest, decorators: decoratorNames(param),
    ...(pattern.type === 'Identifier' ? { name: pattern.name } : {}),
    ...(type === undefined ? {} : { type }),
  }
  fn.params.push(facts)
  if (param.type === 'TSParameterProperty' && pattern.type === 'Identifier') readParameterProperty(draft, param, pattern, value, type)
}

/** `constructor(private bus: Bus)` declares the field `bus` and assigns it. */
function readParameterProperty(draft: FactsDraft, node: TSESTree.TSParameterProperty, name: TSESTree.Identifier, value: number, type: ParameterFacts['type']): void {
  const { fn } = draft.frame
  if (fn.cls === null) return
  const field = { name: name.name, kind: 'field' as const, isStatic: false, at: name.range[0], ...(type === undefined ? {} : { type }) }
  draft.classes[fn.cls]!.members.push(field)
  const self = draft.value(node, { kind: 'this', fn: fn.id })
  draft.write(node, draft.value(name, { kind: 'member', object: self, property: name.name, optional: false }), '=', value)
}

export function decoratorNames(node: { readonly decorators?: readonly TSESTree.Decorator[] }): string[] {
  return (node.decorators ?? []).map(d => {
    const expression = d.expression.type === 'CallExpression' ? d.expression.callee : d.expression
    return expression.type === 'Identifier' ? expression.name : expression.type === 'MemberExpression' && expression.property.type === 'Identifier' ? expression.property.name : ''
  })
}
