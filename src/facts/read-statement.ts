import type { TSESTree } from '@typescript-eslint/utils'
import type { ValueId } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'
import { readClass } from './read-class.ts'
import { readExpression } from './read-expression.ts'
import { readFunction } from './read-function.ts'
import { readImport, readImportEquals, readNamedExport } from './read-module.ts'
import { declaredTypeOf } from './type-facts.ts'
import { assignPattern, declarePattern } from './read-pattern.ts'

/** Reads statements in order. Function declarations come first, as they are hoisted. */
export function readStatements(draft: FactsDraft, statements: readonly TSESTree.Node[]): void {
  const { frame } = draft
  const { guards } = frame
  for (const statement of statements) if (statement.type === 'FunctionDeclaration') readDeclaredFunction(draft, statement)
  for (const statement of statements) readStatement(draft, statement)
  frame.guards = guards
}

function readStatement(draft: FactsDraft, node: TSESTree.Node): void {
  const { flow } = draft.frame
  switch (node.type) {
    case 'ExpressionStatement': readExpression(draft, node.expression, 'dropped'); return
    case 'VariableDeclaration': return readVariables(draft, node)
    case 'ClassDeclaration': return declareClass(draft, node)
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration': {
      draft.declaredTypes.push(declaredTypeOf(node, identifier => draft.scopes.bindingOf(identifier)))
      return
    }
    case 'ReturnStatement': {
      const value = node.argument === null ? draft.unknown(node) : readExpression(draft, node.argument, 'returned')
      if (node.argument !== null) draft.frame.fn.returns.push(value)
      return flow.return(value)
    }
    case 'ThrowStatement': return flow.throw(readExpression(draft, node.argument))
    case 'IfStatement': return readIf(draft, node)
    case 'BlockStatement': return readStatements(draft, node.body)
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') readVariables(draft, node.init)
      else if (node.init) readExpression(draft, node.init, 'dropped')
      return readLoop(draft, { test: node.test, body: node.body, update: node.update })
    case 'WhileStatement': return readLoop(draft, { test: isTrue(node.test) ? null : node.test, body: node.body })
    case 'DoWhileStatement': return readLoop(draft, { test: isTrue(node.test) ? null : node.test, body: node.body, testLast: true })
    case 'ForOfStatement':
    case 'ForInStatement': return readForEach(draft, node)
    case 'TryStatement': {
      const { handler, finalizer } = node
      return flow.try(() => readStatements(draft, node.block.body),
        handler === null ? undefined : () => {
          if (handler.param !== null) declarePattern(draft, handler.param, draft.unknown(handler.param))
          readStatements(draft, handler.body.body)
        },
        finalizer === null || finalizer === undefined ? undefined : () => {
          draft.frame.finallies++
          readStatements(draft, finalizer.body)
          draft.frame.finallies--
        })
    }
    case 'SwitchStatement': {
      const on = readExpression(draft, node.discriminant)
      return flow.switch(node.cases.map(one => ({
        isDefault: one.test === null,
        body: () => {
          const test = one.test === null ? undefined : draft.value(one.test, { kind: 'computed', operator: '===', parts: [on, readExpression(draft, one.test)] })
          if (test === undefined) readStatements(draft, one.consequent)
          else draft.guarded(test, false, () => readStatements(draft, one.consequent))
        },
      })))
    }
    case 'BreakStatement': return flow.break(node.label?.name ?? null)
    case 'ContinueStatement': return flow.continue(node.label?.name ?? null)
    case 'LabeledStatement':
      if (/^(For|While|DoWhile|Switch)/.test(node.body.type)) {
        flow.label(node.label.name)
        return readStatement(draft, node.body)
      }
      return flow.block(node.label.name, () => readStatement(draft, node.body))
    case 'ImportDeclaration': return readImport(draft, node)
    case 'TSImportEqualsDeclaration': return readImportEquals(draft, node)
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) {
        if (node.declaration.type === 'FunctionDeclaration') readDeclaredFunction(draft, node.declaration)
        else readStatement(draft, node.declaration)
      }
      return readNamedExport(draft, node)
    case 'ExportDefaultDeclaration': return readDefaultExport(draft, node)
    case 'ExportAllDeclaration':
      draft.exports.push({ name: node.exported === null ? '*' : exportedName(node.exported), from: { specifier: node.source.value, name: '*' }, at: node.range[0] })
      return
    case 'TSExportAssignment':
      draft.exports.push({ name: '=', value: readExpression(draft, node.expression), at: node.range[0] })
      return
    case 'TSModuleDeclaration':
      if (node.body?.type === 'TSModuleBlock') readStatements(draft, node.body.body)
      return
    case 'WithStatement': readExpression(draft, node.object); return readStatement(draft, node.body)
    default: return
  }
}

const isTrue = (node: TSESTree.Node): boolean => node.type === 'Literal' && node.value === true
const exportedName = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => node.type === 'Identifier' ? node.name : node.value

function readDeclaredFunction(draft: FactsDraft, node: TSESTree.FunctionDeclaration): void {
  const fn = readFunction(draft, node)
  const binding = node.id === null ? undefined : draft.scopes.bindingOf(node.id)
  if (binding !== undefined) draft.scopes.bindings[binding]!.values.push(draft.value(node, { kind: 'function', fn }))
}

function declareClass(draft: FactsDraft, node: TSESTree.ClassDeclaration): void {
  const cls = readClass(draft, node)
  const binding = node.id === null ? undefined : draft.scopes.bindingOf(node.id)
  if (binding !== undefined) draft.scopes.bindings[binding]!.values.push(draft.value(node, { kind: 'class', cls }))
}

function readDefaultExport(draft: FactsDraft, node: TSESTree.ExportDefaultDeclaration): void {
  const { declaration } = node
  const at = node.range[0]
  if (declaration.type === 'FunctionDeclaration') draft.exports.push({ name: 'default', value: draft.value(declaration, { kind: 'function', fn: functionOf(draft, declaration) }), at })
  else if (declaration.type === 'ClassDeclaration') {
    declareClass(draft, declaration)
    const cls = draft.classes.findIndex(c => c.at === declaration.range[0])
    draft.exports.push({ name: 'default', value: draft.value(declaration, { kind: 'class', cls }), at })
  } else if (declaration.type !== 'TSInterfaceDeclaration' && declaration.type !== 'TSDeclareFunction') draft.exports.push({ name: 'default', value: readExpression(draft, declaration, 'used', { name: 'default', kind: 'function' }), at })
}

function functionOf(draft: FactsDraft, node: TSESTree.FunctionDeclaration): number {
  if (!draft.functionOfNode.has(node)) readDeclaredFunction(draft, node)
  return draft.functionOfNode.get(node)!
}

export function readVariables(draft: FactsDraft, node: TSESTree.VariableDeclaration): void {
  for (const { id, init } of node.declarations) {
    if (init === null) {
      if (id.type === 'Identifier') applyType(draft, id)
      continue
    }
    const value = readExpression(draft, init, 'used', id.type === 'Identifier' ? { name: id.name, kind: 'function' } : undefined)
    declarePattern(draft, id, value)
    if (id.type === 'Identifier') applyType(draft, id)
  }
}

function applyType(draft: FactsDraft, id: TSESTree.Identifier): void {
  const binding = draft.scopes.bindingOf(id)
  const draftOf = binding === undefined ? undefined : draft.scopes.bindings[binding]
  if (draftOf?.type !== undefined && id.typeAnnotation) draftOf.type = draft.typeOf(id.typeAnnotation.typeAnnotation)
}

function readIf(draft: FactsDraft, node: TSESTree.IfStatement): void {
  const test = readExpression(draft, node.test)
  const { trueEnds, falseEnds } = draft.frame.flow.branch(test,
    () => draft.guarded(test, false, () => readStatements(draft, [node.consequent])),
    () => { if (node.alternate !== null && node.alternate !== undefined) draft.guarded(test, true, () => readStatements(draft, [node.alternate!])) })
  // what follows `if (x) return` runs under `!x`
  if (trueEnds && !falseEnds) draft.frame.guards = [{ test, negated: true }, ...draft.frame.guards]
  else if (falseEnds && !trueEnds && node.alternate) draft.frame.guards = [{ test, negated: false }, ...draft.frame.guards]
}

interface LoopParts { readonly test: TSESTree.Expression | null; readonly body: TSESTree.Statement; readonly update?: TSESTree.Expression | null; readonly testLast?: boolean }

function readLoop(draft: FactsDraft, { test, body, update, testLast }: LoopParts): void {
  const { frame } = draft
  frame.loops++
  if (test === null) frame.endlessLoops++
  frame.flow.loop({
    ...(test === null ? {} : { test: () => readExpression(draft, test) }),
    body: () => readStatements(draft, [body]),
    ...(update === null || update === undefined ? {} : { update: () => { readExpression(draft, update, 'dropped') } }),
    testLast: testLast ?? false,
  })
  frame.loops--
  if (test === null) frame.endlessLoops--
}

function readForEach(draft: FactsDraft, node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
  const of = readExpression(draft, node.right)
  const { frame } = draft
  frame.loops++
  frame.flow.loop({
    mayBeEmpty: true,
    body: () => {
      const element: ValueId = draft.value(node.left, { kind: 'element', of, what: node.type === 'ForOfStatement' ? 'value' : 'key' })
      if (node.type === 'ForOfStatement' && node.await) frame.flow.add('await', of)
      if (node.left.type === 'VariableDeclaration') declarePattern(draft, node.left.declarations[0].id, element)
      else assignPattern(draft, node.left, element, node.left)
      readStatements(draft, [node.body])
    },
  })
  frame.loops--
}
