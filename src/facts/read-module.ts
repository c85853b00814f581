import type { TSESTree } from '@typescript-eslint/utils'
import type { FactsDraft } from './draft.ts'

export function readImport(draft: FactsDraft, node: TSESTree.ImportDeclaration): void {
  for (const specifier of node.specifiers) {
    const binding = draft.scopes.bindingOf(specifier.local)
    if (binding === undefined) continue
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(specifier.imported)
    const typeOnly = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')
    draft.imports.push({ specifier: node.source.value, binding, name, typeOnly })
  }
}

/** `import http = require('http')`: all that the module exports; of a file here, what it gives with `export =`. */
export function readImportEquals(draft: FactsDraft, node: TSESTree.TSImportEqualsDeclaration): void {
  const binding = draft.scopes.bindingOf(node.id), { moduleReference } = node
  if (binding === undefined || moduleReference.type !== 'TSExternalModuleReference' || moduleReference.expression.type !== 'Literal') return
  const specifier = String(moduleReference.expression.value)
  draft.imports.push({ specifier, binding, name: specifier.startsWith('.') ? '=' : '*', typeOnly: node.importKind === 'type' })
}

export function readNamedExport(draft: FactsDraft, node: TSESTree.ExportNamedDeclaration): void {
  const from = node.source?.value
  for (const specifier of node.specifiers) {
    const local = specifier.local as TSESTree.Identifier | TSESTree.StringLiteral
    const name = nameOf(specifier.exported as TSESTree.Identifier | TSESTree.StringLiteral)
    if (from !== undefined) draft.exports.push({ name, from: { specifier: from, name: nameOf(local) }, at: specifier.range[0] })
    else exportBinding(draft, name, local)
  }
  const { declaration } = node
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
    if (declaration.id !== null) exportBinding(draft, declaration.id.name, declaration.id)
  } else if (declaration?.type === 'VariableDeclaration') for (const { id } of declaration.declarations) exportPattern(draft, id)
}

function exportPattern(draft: FactsDraft, pattern: TSESTree.Node): void {
  switch (pattern.type) {
    case 'Identifier': return exportBinding(draft, pattern.name, pattern)
    case 'ObjectPattern': for (const p of pattern.properties) exportPattern(draft, p.type === 'RestElement' ? p.argument : p.value); return
    case 'ArrayPattern': for (const e of pattern.elements) if (e !== null) exportPattern(draft, e); return
    case 'AssignmentPattern': return exportPattern(draft, pattern.left)
    default: return
  }
}

function exportBinding(draft: FactsDraft, name: string, node: TSESTree.Node): void {
  const binding = draft.scopes.bindingOf(node)
  if (binding !== undefined) draft.exports.push({ name, value: draft.value(node, { kind: 'binding', binding }), at: node.range[0] })
}

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => node.type === 'Identifier' ? node.name : node.value
