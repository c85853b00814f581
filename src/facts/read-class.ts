import type { TSESTree } from '@typescript-eslint/utils'
import type { ClassId, MemberFacts } from './file-facts.ts'
import type { ClassDraft, FactsDraft } from './draft.ts'
import { keyOf, readExpression } from './read-expression.ts'
import { readFunction } from './read-function.ts'
import { readStatements } from './read-statement.ts'

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

export function readClass(draft: FactsDraft, node: ClassNode, name = ''): ClassId {
  const superClass = node.superClass === null ? undefined : readExpression(draft, node.superClass)
  const binding = node.id === null ? undefined : draft.scopes.bindingOf(node.id)
  const facts: ClassDraft = {
    id: draft.classes.length, name: node.id?.name ?? name, at: node.range[0], kind: 'class', constructor: null, members: [], fn: draft.frame.fn.id,
    decorators: [],
    implements: (node.implements ?? []).map(i => ({ name: i.expression.type === 'Identifier' ? i.expression.name : '', args: [], isFinite: false, ...bindingField(draft, i.expression) })),
    ...(superClass === undefined ? {} : { extends: superClass }),
    ...(binding === undefined ? {} : { binding }),
  }
  const cls = draft.class(facts)
  readDecorators(draft, node.decorators, { cls }, facts)
  for (const element of node.body.body) readElement(draft, element, cls, facts)
  return cls
}

function bindingField(draft: FactsDraft, node: TSESTree.Node): { binding?: number } {
  const binding = draft.scopes.bindingOf(node)
  return binding === undefined ? {} : { binding }
}

function readElement(draft: FactsDraft, element: TSESTree.ClassElement, cls: ClassId, facts: ClassDraft): void {
  switch (element.type) {
    case 'MethodDefinition': return readMethod(draft, element, cls, facts)
    case 'PropertyDefinition':
    case 'AccessorProperty': return readField(draft, element, cls, facts)
    case 'StaticBlock':
      draft.enter(element, { name: 'static', kind: 'static-block', isAsync: false, isGenerator: false, cls, isStatic: true }, () => readStatements(draft, element.body))
      return
    default: return
  }
}

function readMethod(draft: FactsDraft, element: TSESTree.MethodDefinition, cls: ClassId, facts: ClassDraft): void {
  const body = element.value as TSESTree.Node
  if (body.type !== 'FunctionExpression' || !body.body) return
  const name = keyOf(draft, element.key, element.computed) ?? ''
  const kind = element.kind === 'constructor' ? 'constructor' : element.kind === 'get' ? 'getter' : element.kind === 'set' ? 'setter' : 'method'
  const fn = readFunction(draft, body, { name, kind, cls, isStatic: element.static })
  if (kind === 'constructor') facts.constructor = fn
  else facts.members.push({ name, kind, isStatic: element.static, ...privacyOf(element), fn, at: element.key.range[0] })
  readDecorators(draft, element.decorators, { cls, fn })
}

const privacyOf = ({ accessibility, key }: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty): { isPrivate?: true } =>
  accessibility === 'private' || accessibility === 'protected' || key.type === 'PrivateIdentifier' ? { isPrivate: true } : {}

function readField(draft: FactsDraft, element: TSESTree.PropertyDefinition | TSESTree.AccessorProperty, cls: ClassId, facts: ClassDraft): void {
  const name = keyOf(draft, element.key, element.computed) ?? ''
  const member: { -readonly [K in keyof MemberFacts]: MemberFacts[K] } = { name, kind: 'field', isStatic: element.static, ...privacyOf(element), at: element.key.range[0] }
  if (element.typeAnnotation) member.type = draft.typeOf(element.typeAnnotation.typeAnnotation)
  if (element.value !== null) {
    const initialiser = element.value
    draft.enter(initialiser, { name, kind: 'field', isAsync: false, isGenerator: false, cls, isStatic: element.static }, () => {
      member.value = readExpression(draft, initialiser, 'used', { name, kind: 'function' })
      const value = draft.values[member.value]!
      if (value.kind === 'function') {
        member.fn = value.fn
        draft.functionOfNode.set(initialiser, value.fn)
      }
    })
  }
  facts.members.push(member)
  readDecorators(draft, element.decorators, { cls })
}

function readDecorators(draft: FactsDraft, decorators: readonly TSESTree.Decorator[] | undefined, decorates: { readonly cls: ClassId; readonly fn?: number }, facts?: ClassDraft): void {
  for (const decorator of decorators ?? []) {
    const id = readExpression(draft, decorator.expression)
    const value = draft.values[id]!
    if (value.kind === 'call') draft.calls[value.call]!.decorates = decorates
    const name = draft.nameOf(value.kind === 'call' ? draft.calls[value.call]!.callee : id)
    facts?.decorators.push(value.kind === 'call' ? { name, call: value.call } : { name })
  }
}
