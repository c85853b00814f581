import type { TSESTree } from '@typescript-eslint/utils'
import type { CallFacts, ValueId } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'
import { readClass } from './read-class.ts'
import { readFunction, type Named } from './read-function.ts'
import { assignPattern, targetOf } from './read-pattern.ts'

type Use = CallFacts['result']

/** Reads an expression in evaluation order and gives its value. `name` is what it is assigned to, for functions and classes. */
export function readExpression(draft: FactsDraft, node: TSESTree.Node, use: Use = 'used', named?: Named): ValueId {
  switch (node.type) {
    case 'Identifier': return readIdentifier(draft, node)
    case 'ThisExpression':
      draft.noteThis()
      return draft.value(node, { kind: 'this', fn: draft.thisOwner.id })
    case 'Super':
      draft.noteThis()
      return draft.value(node, { kind: 'super', fn: draft.thisOwner.id })
    case 'Literal': return readLiteral(draft, node)
    case 'TemplateLiteral': return readTemplate(draft, node)
    case 'TaggedTemplateExpression': {
      const callee = readExpression(draft, node.tag)
      const args = node.quasi.expressions.map(e => readExpression(draft, e))
      return draft.call(node, { callee, args, isNew: false, hasSpread: false, result: use })
    }
    case 'MemberExpression': return readMember(draft, node)
    case 'CallExpression':
    case 'NewExpression': return readCall(draft, node, use)
    case 'ImportExpression': {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') return draft.value(node, { kind: 'import', specifier: node.source.value })
      const args = [readExpression(draft, node.source)]
      return draft.call(node, { callee: draft.value(node, { kind: 'global', name: 'import' }), args, isNew: false, hasSpread: false, result: use })
    }
    case 'FunctionExpression': {
      const value = draft.value(node, { kind: 'function', fn: readFunction(draft, node, named) })
      const ownName = node.id === null ? undefined : draft.scopes.bindingOf(node.id)
      if (ownName !== undefined) draft.scopes.bindings[ownName]!.values.push(value)
      return value
    }
    case 'ArrowFunctionExpression': return draft.value(node, { kind: 'function', fn: readFunction(draft, node, named) })
    case 'ClassExpression': return draft.value(node, { kind: 'class', cls: readClass(draft, node, named?.name) })
    case 'ObjectExpression': return readObject(draft, node, named)
    case 'ArrayExpression': return readArray(draft, node)
    case 'ConditionalExpression': {
      const test = readExpression(draft, node.test)
      const options: ValueId[] = []
      draft.frame.flow.branch(test,
        () => draft.guarded(test, false, () => { options[0] = readExpression(draft, node.consequent, use, named) }),
        () => draft.guarded(test, true, () => { options[1] = readExpression(draft, node.alternate, use, named) }))
      return draft.value(node, { kind: 'choice', operator: '?:', options })
    }
    case 'LogicalExpression': return readLogical(draft, node, use, named)
    case 'AssignmentExpression': return readAssignment(draft, node)
    case 'UpdateExpression': {
      const target = targetOf(draft, node.argument)
      const write = draft.write(node, target, 'arithmetic')
      const value = draft.value(node, { kind: 'computed', operator: node.operator, parts: [target] })
      return draft.value(node, { kind: 'assigned', write, value })
    }
    case 'UnaryExpression':
      if (node.operator === 'delete') {
        const target = targetOf(draft, unwrapped(node.argument))
        draft.write(node, target, 'delete')
        return draft.unknown(node)
      }
      if (node.operator === 'void') {
        readExpression(draft, node.argument, 'dropped')
        return draft.unknown(node)
      }
      return draft.value(node, { kind: 'computed', operator: node.operator, parts: [readExpression(draft, node.argument)] })
    case 'BinaryExpression':
      return draft.value(node, { kind: 'computed', operator: node.operator, parts: [node.left, node.right].map(side => side.type === 'PrivateIdentifier' ? draft.unknown(side) : readExpression(draft, side)) })
    case 'SequenceExpression': return node.expressions.map((e, i) => readExpression(draft, e, i === node.expressions.length - 1 ? use : 'dropped')).at(-1)!
    case 'AwaitExpression': {
      const value = readExpression(draft, node.argument, 'awaited', named)
      draft.frame.flow.add('await', value)
      return draft.value(node, { kind: 'await', value })
    }
    case 'YieldExpression': {
      const value = node.argument === null ? draft.unknown(node) : readExpression(draft, node.argument)
      draft.frame.flow.add('await', value)
      return draft.unknown(node)
    }
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression': return readExpression(draft, node.expression, use, named)
    case 'JSXElement':
    case 'JSXFragment': return readJsx(draft, node)
    case 'SpreadElement': return draft.value(node, { kind: 'computed', operator: '...', parts: [readExpression(draft, node.argument)] })
    default: return (node.type as string) === 'ParenthesizedExpression' ? readExpression(draft, (node as unknown as TSESTree.TSNonNullExpression).expression, use, named) : draft.unknown(node)
  }
}

/** The expression below wrappers that do not change the value. */
export function unwrapped(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion': return unwrapped(node.expression)
    default: return node
  }
}

function readIdentifier(draft: FactsDraft, node: TSESTree.Identifier): ValueId {
  const binding = draft.scopes.bindingOf(node)
  if (binding !== undefined) return draft.value(node, { kind: 'binding', binding })
  return node.name === 'undefined' ? draft.value(node, { kind: 'literal', value: null }) : draft.value(node, { kind: 'global', name: node.name })
}

function readLiteral(draft: FactsDraft, node: TSESTree.Literal): ValueId {
  if ('regex' in node) return draft.value(node, { kind: 'literal', value: node.raw, regex: true })
  // facts are JSON, which has no Infinity: `1e999`
  const isPlain = typeof node.value !== 'bigint' && (typeof node.value !== 'number' || Number.isFinite(node.value))
  return draft.value(node, { kind: 'literal', value: isPlain ? node.value as string | number | boolean | null : node.raw })
}

function readTemplate(draft: FactsDraft, node: TSESTree.TemplateLiteral): ValueId {
  if (node.expressions.length === 0) return draft.value(node, { kind: 'literal', value: node.quasis[0]?.value.cooked ?? '' })
  return draft.value(node, { kind: 'computed', operator: 'template', parts: node.expressions.map(e => readExpression(draft, e)) })
}

function readMember(draft: FactsDraft, node: TSESTree.MemberExpression): ValueId {
  const object = readExpression(draft, node.object)
  if (!node.computed) {
    const property = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
    return draft.value(node, { kind: 'member', object, property, optional: node.optional })
  }
  const literal = unwrapped(node.property)
  if (literal.type === 'Literal' && (typeof literal.value === 'string' || typeof literal.value === 'number')) return draft.value(node, { kind: 'member', object, property: String(literal.value), optional: node.optional })
  const symbol = symbolOf(draft, literal)
  if (symbol !== null) return draft.value(node, { kind: 'member', object, property: symbol, optional: node.optional })
  return draft.value(node, { kind: 'index', object, key: readExpression(draft, node.property) })
}

function readCall(draft: FactsDraft, node: TSESTree.CallExpression | TSESTree.NewExpression, use: Use): ValueId {
  const isNew = node.type === 'NewExpression'
  if (!isNew && node.callee.type === 'Identifier' && node.callee.name === 'require' && draft.scopes.bindingOf(node.callee) === undefined) {
    const [source] = node.arguments
    if (source?.type === 'Literal' && typeof source.value === 'string') return draft.value(node, { kind: 'import', specifier: source.value })
  }
  const callee = readExpression(draft, node.callee)
  const args = node.arguments.map(arg => readExpression(draft, arg, 'used'))
  bindThis(draft, callee, args[0])
  const typeArgs = node.typeArguments?.params.map(type => draft.typeOf(type))
  return draft.call(node, { callee, args, isNew, hasSpread: node.arguments.some(a => a.type === 'SpreadElement'), result: use, ...(typeArgs === undefined ? {} : { typeArgs }) })
}

/** `function () {…}.bind(this)` has the `this` of what is around it, as an arrow has. */
function bindThis(draft: FactsDraft, callee: ValueId, first: ValueId | undefined): void {
  const called = draft.values[callee]!
  if (called.kind !== 'member' || called.property !== 'bind' || first === undefined || draft.values[first]!.kind !== 'this') return
  const bound = draft.values[called.object]!
  if (bound.kind !== 'function') return
  const fn = draft.functions[bound.fn]!
  fn.cls = draft.thisOwner.cls
  fn.isStatic = draft.thisOwner.isStatic
  fn.kind = 'arrow'
}

function readObject(draft: FactsDraft, node: TSESTree.ObjectExpression, named: Named | undefined): ValueId {
  const properties: { key: string | null; value: ValueId }[] = [], spreads: ValueId[] = []
  const methods: { readonly name: string; readonly fn: number; readonly at: number }[] = []
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      spreads.push(readExpression(draft, property.argument))
      continue
    }
    const key = keyOf(draft, property.key, property.computed)
    if (property.computed && key === null) readExpression(draft, property.key)
    const value = readExpression(draft, property.value, 'used', key === null ? undefined : { name: key, kind: property.method ? 'method' : property.kind === 'get' ? 'getter' : property.kind === 'set' ? 'setter' : 'function' })
    properties.push({ key, value })
    const read = draft.values[value]!
    if (key !== null && read.kind === 'function' && draft.functions[read.fn]!.kind !== 'arrow') methods.push({ name: key, fn: read.fn, at: property.range[0] })
  }
  const value = draft.value(node, { kind: 'object', properties, spreads })
  if (methods.some(m => draft.functions[m.fn]!.mentionsThis)) {
    const fieldsOf = properties.filter(p => p.key !== null && !methods.some(m => m.name === p.key))
    const cls = draft.class({
      id: draft.classes.length, name: named?.name ?? '', at: node.range[0], kind: 'object', implements: [], constructor: null, decorators: [], fn: draft.frame.fn.id,
      members: [...methods.map(m => ({ name: m.name, kind: 'method' as const, isStatic: false, fn: m.fn, at: m.at })), ...fieldsOf.map(f => ({ name: f.key!, kind: 'field' as const, isStatic: false, value: f.value, at: draft.values[f.value]!.at }))],
    })
    for (const m of methods) draft.functions[m.fn]!.cls = cls
  }
  return value
}

/** A property's name where the source fixes it. */
export function keyOf(draft: FactsDraft, key: TSESTree.Node, computed: boolean): string | null {
  if (!computed && key.type === 'Identifier') return key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  if (key.type === 'Literal') return String(key.value)
  if (key.type === 'MemberExpression' && !key.computed && key.object.type === 'Identifier' && key.object.name === 'Symbol' && key.property.type === 'Identifier') return `Symbol.${key.property.name}`
  return symbolOf(draft, key)
}

/** `[kQueue]` for a key that is a symbol constant of the module. */
function symbolOf(draft: FactsDraft, key: TSESTree.Node): string | null {
  const binding = key.type === 'Identifier' ? draft.scopes.bindingOf(key) : undefined
  return binding !== undefined && draft.scopes.isSymbol(binding) ? `[${draft.scopes.bindings[binding]!.name}]` : null
}

function readArray(draft: FactsDraft, node: TSESTree.ArrayExpression): ValueId {
  const elements = node.elements.map(e => e === null ? draft.unknown(node) : readExpression(draft, e))
  return draft.value(node, { kind: 'array', elements, hasSpread: node.elements.some(e => e?.type === 'SpreadElement') })
}

function readLogical(draft: FactsDraft, node: TSESTree.LogicalExpression, use: Use, named: Named | undefined): ValueId {
  const left = readExpression(draft, node.left)
  let right = left
  const rest = (negated: boolean) => () => draft.guarded(left, negated, () => { right = readExpression(draft, node.right, use, named) })
  const skip = () => undefined
  if (node.operator === '&&') draft.frame.flow.branch(left, rest(false), skip)
  else draft.frame.flow.branch(left, skip, rest(true))
  return draft.value(node, { kind: 'choice', operator: node.operator as '&&' | '||' | '??', options: [left, right] })
}

function readAssignment(draft: FactsDraft, node: TSESTree.AssignmentExpression): ValueId {
  if (node.left.type === 'ObjectPattern' || node.left.type === 'ArrayPattern') {
    const value = readExpression(draft, node.right)
    assignPattern(draft, node.left, value, node)
    return value
  }
  const target = targetOf(draft, unwrapped(node.left))
  const named = nameOfTarget(draft, target)
  if (node.operator === '??=' || node.operator === '||=' || node.operator === '&&=') {
    const operator = node.operator
    let value = target, write = -1
    const assign = () => draft.guarded(target, operator !== '&&=', () => {
      value = readExpression(draft, node.right, 'used', named)
      write = draft.write(node, target, operator, value)
    })
    const skip = () => undefined
    if (operator === '&&=') draft.frame.flow.branch(target, assign, skip)
    else draft.frame.flow.branch(target, skip, assign)
    noteBindingValue(draft, target, value)
    return draft.value(node, { kind: 'assigned', write, value: draft.value(node, { kind: 'choice', operator: '??', options: [target, value] }) })
  }
  const right = readExpression(draft, node.right, 'used', named)
  const value = node.operator === '=' ? right : draft.value(node, { kind: 'computed', operator: node.operator, parts: [target, right] })
  const write = draft.write(node, target, node.operator === '=' ? '=' : 'arithmetic', value)
  noteBindingValue(draft, target, value)
  return draft.value(node, { kind: 'assigned', write, value })
}

function noteBindingValue(draft: FactsDraft, target: ValueId, value: ValueId): void {
  const to = draft.values[target]!
  if (to.kind === 'binding') draft.scopes.bindings[to.binding]!.values.push(value)
}

function nameOfTarget(draft: FactsDraft, target: ValueId): Named | undefined {
  const to = draft.values[target]!
  if (to.kind === 'member') return { name: to.property, kind: 'function' }
  return to.kind === 'binding' ? { name: draft.scopes.bindings[to.binding]!.name, kind: 'function' } : undefined
}

function readJsx(draft: FactsDraft, node: TSESTree.JSXElement | TSESTree.JSXFragment): ValueId {
  const parts: ValueId[] = []
  const read = (e: TSESTree.Node) => { if (e.type !== 'JSXEmptyExpression') parts.push(readExpression(draft, e)) }
  if (node.type === 'JSXElement') {
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type === 'JSXSpreadAttribute') read(attribute.argument)
      else if (attribute.value?.type === 'JSXExpressionContainer') read(attribute.value.expression)
    }
  }
  for (const child of node.children) {
    if (child.type === 'JSXExpressionContainer') read(child.expression)
    else if (child.type === 'JSXElement' || child.type === 'JSXFragment') read(child)
  }
  return draft.value(node, { kind: 'computed', operator: 'jsx', parts })
}
