import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-missing-timeout',
  summary: 'Calls of other servers in a handler, without a signal or a timeout',
  preset: 'strict',
  severity: 'warning',
  finds: ['wait-unbounded'],
  message: defect => `${eventPhrase(defect)} waits for ${quoted(`${defect.subject}()`)} without a limit: while the other server does not answer, the event and all it holds stay, and nothing gives up.`,
  hint: ({ missing = '`signal`' }) => `Give it ${missing}${missing.includes('`signal`') ? ': { signal: AbortSignal.timeout(5000) }' : ''}`,
})
