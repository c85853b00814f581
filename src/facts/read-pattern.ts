import type { TSESTree } from '@typescript-eslint/utils'
import type { ValueId } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'
import { keyOf, readExpression, unwrapped } from './read-expression.ts'

/** What an assignment writes to: a binding, a member or an index. */
export function targetOf(draft: FactsDraft, node: TSESTree.Node): ValueId { return readExpression(draft, unwrapped(node)) }

/** Gives every binding of a declared pattern its value; `visit` hears of each binding. */
export function declarePattern(draft: FactsDraft, pattern: TSESTree.Node, value: ValueId, visit: (binding: number) => void = () => undefined): void {
  eachLeaf(draft, pattern, value, (leaf, leafValue) => {
    const binding = draft.scopes.bindingOf(leaf)
    if (binding === undefined) return
    draft.scopes.bindings[binding]!.values.push(leafValue)
    visit(binding)
  })
}

/** A destructuring assignment: every leaf is written. */
export function assignPattern(draft: FactsDraft, pattern: TSESTree.Node, value: ValueId, site: TSESTree.Node): void {
  eachLeaf(draft, pattern, value, (leaf, leafValue) => {
    const target = targetOf(draft, leaf)
    draft.write(site, target, '=', leafValue)
    const to = draft.values[target]!
    if (to.kind === 'binding') draft.scopes.bindings[to.binding]!.values.push(leafValue)
  })
}

function eachLeaf(draft: FactsDraft, pattern: TSESTree.Node, value: ValueId, leaf: (node: TSESTree.Node, value: ValueId) => void): void {
  switch (pattern.type) {
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          eachLeaf(draft, property.argument, draft.value(property, { kind: 'computed', operator: '...', parts: [value] }), leaf)
          continue
        }
        const key = keyOf(draft, property.key, property.computed)
        const member = key === null
          ? draft.value(property, { kind: 'index', object: value, key: readExpression(draft, property.key) })
          : draft.value(property, { kind: 'member', object: value, property: key, optional: false })
        eachLeaf(draft, property.value, member, leaf)
      }
      return
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (element === null) return
        if (element.type === 'RestElement') eachLeaf(draft, element.argument, draft.unknown(element), leaf)
        else eachLeaf(draft, element, draft.value(element, { kind: 'member', object: value, property: String(i), optional: false }), leaf)
      })
      return
    case 'AssignmentPattern': {
      const fallback = readExpression(draft, pattern.right)
      eachLeaf(draft, pattern.left, draft.value(pattern, { kind: 'choice', operator: '??', options: [value, fallback] }), leaf)
      return
    }
    case 'RestElement': return eachLeaf(draft, pattern.argument, value, leaf)
    case 'TSParameterProperty': return eachLeaf(draft, pattern.parameter, value, leaf)
    default: leaf(unwrapped(pattern), value)
  }
}
