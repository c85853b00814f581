import type { FileFacts } from '../facts/file-facts.ts'
import { RefCache } from '../link/ref-cache.ts'
import { refTo, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isLarge } from './large-values.ts'

/** Tells of a variable whether it holds a file, a response, a chunk; or a request with its body and its socket. Each is looked at once: many closures share a context. */
export function createLargeBindings(contextOf: () => Context): (binding: ValueRef) => boolean {
  const known = new RefCache<boolean>(), usesByFile = new Map<FileFacts, ReadonlyMap<number, number>>()

  function firstUse({ file, id }: ValueRef): number | undefined {
    let uses = usesByFile.get(file)
    if (uses === undefined) usesByFile.set(file, uses = firstUsesIn(file))
    return uses.get(id)
  }

  function look(binding: ValueRef): boolean {
    const { values, kind } = binding.file.bindings[binding.id]!, context = contextOf()
    if (kind === 'function' || kind === 'class' || kind === 'import') return false
    const use = firstUse(binding)
    if (use !== undefined && isLarge(context, refTo(binding.file, use))) return true
    return kind === 'param' && values.some(id => context.program.types.of(refTo(binding.file, id)).some(type => context.program.models.lifetimeOf(type) === 'event'))
  }

  return binding => {
    let answer = known.get(binding)
    if (answer === undefined) known.set(binding, answer = look(binding))
    return answer
  }
}

/** By binding, the first value that mentions it. */
function firstUsesIn({ values }: FileFacts): ReadonlyMap<number, number> {
  const uses = new Map<number, number>()
  values.forEach((value, id) => { if (value.kind === 'binding' && !uses.has(value.binding)) uses.set(value.binding, id) })
  return uses
}
