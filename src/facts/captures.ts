import type { BindingId } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'
import type { ScopeLike } from './scope-index.ts'

/**
 * What each function mentions of its enclosing functions, and what a closure made of it keeps alive. V8 keeps, for each scope around
 * the closure, every variable that any closure captures, and no other (measured).
 */
export function collectRetained(draft: FactsDraft): void {
  const { scopes } = draft
  scopes.bindings.forEach((binding, id) => {
    if (binding.fn === 0) return
    for (const user of binding.capturedBy) draft.functions[user]!.mentions.push(id)
  })
  for (const [node, id] of draft.functionOfNode) {
    const scope = id === 0 ? undefined : scopes.scopeOfFunction(node)
    if (scope !== undefined) draft.functions[id]!.retains = retainedBy(scope.upper, context => scopes.contextOf(context))
  }
}

function retainedBy(scope: ScopeLike | null, contextOf: (scope: ScopeLike) => readonly BindingId[]): BindingId[] {
  const kept: BindingId[] = []
  for (let at = scope; at !== null && at.type !== 'module' && at.type !== 'global'; at = at.upper) {
    if (at.upper?.type === 'global' && at.block.type === 'Program') break
    kept.push(...contextOf(at))
  }
  return kept
}
