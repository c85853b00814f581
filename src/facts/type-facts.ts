import type { TSESTree } from '@typescript-eslint/utils'
import type { BindingId, TypeFacts } from './file-facts.ts'

const UNKNOWN: TypeFacts = { name: 'unknown', args: [], isFinite: false }

/** Reduces a type annotation. `bindingOf` says which import or declaration a type's first name means. */
export function typeFactsOf(node: TSESTree.TypeNode, bindingOf: (identifier: TSESTree.Node) => BindingId | undefined): TypeFacts {
  switch (node.type) {
    case 'TSTypeReference': return referenceFacts(node, bindingOf)
    case 'TSArrayType': return { name: 'Array', args: [typeFactsOf(node.elementType, bindingOf)], isFinite: false }
    case 'TSLiteralType': return { name: 'literal', args: [], isFinite: true }
    case 'TSBooleanKeyword': return { name: 'boolean', args: [], isFinite: true }
    case 'TSStringKeyword': return { name: 'string', args: [], isFinite: false }
    case 'TSNumberKeyword': return { name: 'number', args: [], isFinite: false }
    case 'TSNeverKeyword': return { name: 'never', args: [], isFinite: true }
    case 'TSTypeOperator': return node.typeAnnotation === undefined ? UNKNOWN : node.operator === 'keyof' ? { name: 'keyof', args: [], isFinite: true } : typeFactsOf(node.typeAnnotation, bindingOf)
    case 'TSUnionType': return unionFacts(node, bindingOf)
    case 'TSFunctionType': return { name: 'Function', args: [], isFinite: false }
    default: return UNKNOWN
  }
}

function referenceFacts(node: TSESTree.TSTypeReference, bindingOf: (identifier: TSESTree.Node) => BindingId | undefined): TypeFacts {
  const first = firstName(node.typeName)
  const binding = first === undefined ? undefined : bindingOf(first)
  const args = (node.typeArguments?.params ?? []).map(arg => typeFactsOf(arg, bindingOf))
  const facts = { name: entityText(node.typeName), args, isFinite: false }
  return binding === undefined ? facts : { ...facts, binding }
}

function unionFacts(node: TSESTree.TSUnionType, bindingOf: (identifier: TSESTree.Node) => BindingId | undefined): TypeFacts {
  const present = node.types.filter(t => t.type !== 'TSUndefinedKeyword' && t.type !== 'TSNullKeyword').map(t => typeFactsOf(t, bindingOf))
  if (present.length === 1) return present[0]!
  return { name: 'union', args: present, isFinite: present.length > 0 && present.every(t => t.isFinite) }
}

function entityText(name: TSESTree.EntityName): string {
  if (name.type === 'TSQualifiedName') return `${entityText(name.left)}.${name.right.name}`
  return name.type === 'Identifier' ? name.name : 'this'
}

function firstName(name: TSESTree.EntityName): TSESTree.Identifier | undefined {
  if (name.type === 'TSQualifiedName') return firstName(name.left)
  return name.type === 'Identifier' ? name : undefined
}
