import type { ClassDraft, FactsDraft } from './draft.ts'
import type { ValueId } from './file-facts.ts'

/** What TypeScript calls its helper, which every file contains or imports from `tslib`. */
const HELPER = '__decorate'

/**
 * Decorators in what TypeScript compiled: `X = __decorate([Service()], X)` for a class, `__decorate([Get('/')], X.prototype, 'list', null)` for
 * a method. They say the same as the `@` they were.
 */
export function collectCompiledDecorators(draft: FactsDraft): void {
  for (const { callee, args: [list, target, name] } of draft.calls) {
    if (list === undefined || target === undefined || draft.nameOf(callee) !== HELPER) continue
    const decorators = draft.values[list]!
    const decorated = draft.values[target]!
    const cls = classNamed(draft, decorated.kind === 'member' && decorated.property === 'prototype' ? decorated.object : target)
    if (decorators.kind !== 'array' || cls === undefined) continue
    const member = name === undefined ? undefined : draft.values[name]!
    const fn = member?.kind === 'literal' ? cls.members.find(m => m.name === member.value)?.fn : undefined
    for (const id of decorators.elements) {
      const value = draft.values[id]!
      if (value.kind !== 'call') continue
      const call = draft.calls[value.call]!
      call.decorates = fn === undefined ? { cls: cls.id } : { cls: cls.id, fn }
      if (name === undefined) cls.decorators.push({ name: draft.nameOf(call.callee), call: value.call })
    }
  }
}

function classNamed(draft: FactsDraft, id: ValueId): ClassDraft | undefined {
  const value = draft.values[id]!
  if (value.kind !== 'binding') return undefined
  const given = draft.scopes.bindings[value.binding]!.values.map(v => draft.values[v]!).find(v => v.kind === 'class')
  return given?.kind === 'class' ? draft.classes[given.cls] : draft.classes.find(cls => cls.binding === value.binding)
}
