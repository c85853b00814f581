import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-shared-context-capture',
  summary: 'Lasting closures that keep something large which only another closure of the same function mentions',
  preset: 'strict',
  severity: 'warning',
  finds: ['context-shared'],
  message: defect => `${eventPhrase(defect)} leaves a closure that keeps ${quoted(defect.subject)} without using it: ${defect.missing} of the same function captures it, and both share one context.`,
  hint: defect => `Make the lasting closure in a function of its own, given only what it needs; or set ${quoted(defect.subject)} to undefined when it has been used`,
})
