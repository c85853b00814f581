import type { TSESTree } from '@typescript-eslint/utils'
import type { BindingId, DeclaredTypeFacts, TypeFacts, TypeMemberFacts } from './file-facts.ts'

const UNKNOWN: TypeFacts = { name: 'unknown', args: [], isFinite: false }

type BindingOf = (identifier: TSESTree.Node) => BindingId | undefined

/** Reduces a type annotation. `bindingOf` says which import or declaration a type's first name means. */
export function typeFactsOf(node: TSESTree.TypeNode, bindingOf: BindingOf): TypeFacts {
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
    case 'TSFunctionType': return functionFacts(node, bindingOf)
    case 'TSTypeLiteral': return node.members.length > 0 && node.members.every(member => member.type === 'TSIndexSignature') ? { name: 'Record', args: [], isFinite: false } : { ...UNKNOWN, members: membersOf(node.members, bindingOf) }
    case 'TSIntersectionType': return { name: 'intersection', args: node.types.map(t => typeFactsOf(t, bindingOf)), isFinite: false }
    default: return UNKNOWN
  }
}

function referenceFacts(node: TSESTree.TSTypeReference, bindingOf: BindingOf): TypeFacts {
  const first = firstName(node.typeName)
  const binding = first === undefined ? undefined : bindingOf(first)
  const args = (node.typeArguments?.params ?? []).map(arg => typeFactsOf(arg, bindingOf))
  const facts = { name: entityText(node.typeName), args, isFinite: false }
  return binding === undefined ? facts : { ...facts, binding }
}

function unionFacts(node: TSESTree.TSUnionType, bindingOf: BindingOf): TypeFacts {
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

type Signature = { readonly params: readonly TSESTree.Parameter[]; readonly returnType?: TSESTree.TSTypeAnnotation | null | undefined }

const paramsOf = ({ params }: Signature, bindingOf: BindingOf): readonly TypeFacts[] => params.map(param => 'typeAnnotation' in param && param.typeAnnotation ? typeFactsOf(param.typeAnnotation.typeAnnotation, bindingOf) : UNKNOWN)

// parsers give undefined or null for what is not there
function functionFacts(node: Signature, bindingOf: BindingOf): TypeFacts {
  const facts = { name: 'Function', args: [], isFinite: false, ...(node.params.length === 0 ? {} : { params: paramsOf(node, bindingOf) }) }
  return !node.returnType ? facts : { ...facts, result: typeFactsOf(node.returnType.typeAnnotation, bindingOf) }
}

function membersOf(elements: readonly TSESTree.TypeElement[], bindingOf: BindingOf): readonly TypeMemberFacts[] {
  return elements.flatMap(element => {
    if (element.type !== 'TSPropertySignature' && element.type !== 'TSMethodSignature') return []
    const name = element.key.type === 'Identifier' && !element.computed ? element.key.name : element.key.type === 'Literal' ? String(element.key.value) : undefined
    if (name === undefined) return []
    if (element.type === 'TSMethodSignature') return [{ name, type: functionFacts(element, bindingOf) }]
    return !element.typeAnnotation ? [] : [{ name, type: typeFactsOf(element.typeAnnotation.typeAnnotation, bindingOf) }]
  })
}

/** An interface or a type alias. */
export function declaredTypeOf(node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration, bindingOf: BindingOf): DeclaredTypeFacts {
  const { name } = node.id
  if (node.type === 'TSTypeAliasDeclaration') {
    const type = typeFactsOf(node.typeAnnotation, bindingOf)
    const parts = type.name === 'intersection' ? type.args : [type]
    return { name, members: parts.flatMap(part => part.members ?? []), extends: parts.filter(part => part.members === undefined && part.name !== 'unknown' && part.name !== 'Function'), ...(type.result === undefined ? {} : { result: type.result }), ...(type.params === undefined ? {} : { params: type.params }) }
  }
  const bases = node.extends.flatMap(base => base.expression.type === 'Identifier' ? [typeFactsOf({ type: 'TSTypeReference', typeName: base.expression, typeArguments: base.typeArguments } as TSESTree.TSTypeReference, bindingOf)] : [])
  const call = node.body.body.find(element => element.type === 'TSCallSignatureDeclaration')
  const result = !call?.returnType ? undefined : typeFactsOf(call.returnType.typeAnnotation, bindingOf)
  return { name, members: membersOf(node.body.body, bindingOf), extends: bases, ...(result === undefined ? {} : { result }), ...(call === undefined ? {} : { params: paramsOf(call, bindingOf) }) }
}
