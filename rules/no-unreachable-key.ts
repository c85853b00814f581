import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unreachable-key',
  summary: 'Entries of a collection under a key that can never be looked up or deleted again',
  preset: 'recommended',
  severity: 'error',
  finds: ['key-unreachable'],
  message: defect => `${eventPhrase(defect)} leaves an entry in ${quoted(defect.holder)}${lifetimePhrase(defect)}, that nothing can take out: ${defect.missing ?? 'its key is lost'}.`,
  hint: () => 'Insert and delete under the same key: a text or number that both make in the same way, or the object itself, kept in a variable; and delete it',
})
