import type { FileFacts } from '../facts/file-facts.ts'
import type { Denotations } from './denotations.ts'
import { keyOf, refTo, valueAt } from './refs.ts'

/** Properties of a module's description that list classes of which a container makes one instance for the process. */
const LISTS: ReadonlySet<string> = new Set(['providers', 'controllers'])

/** The classes that some module gives to its container: `providers: [Orders]`, `{ provide: AUDIT, useClass: MemoryAudit }`. By `keyOf`. */
export function providedClasses(files: readonly FileFacts[], denotations: Denotations): ReadonlySet<string> {
  const provided = new Set<string>()
  const note = (file: FileFacts, id: number): void => {
    const denoted = denotations.of(refTo(file, id))
    if (denoted.kind === 'class') provided.add(keyOf(denoted.cls))
  }
  for (const file of files) {
    for (const value of file.values) {
      if (value.kind !== 'object') continue
      const isProvider = value.properties.some(p => p.key === 'provide')
      for (const { key, value: given } of value.properties) {
        if (isProvider && key === 'useClass') note(file, given)
        const list = key !== null && LISTS.has(key) ? valueAt(refTo(file, given)) : undefined
        if (list?.kind === 'array') for (const element of list.elements) note(file, element)
      }
    }
  }
  return provided
}
