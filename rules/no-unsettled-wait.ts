import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unsettled-wait',
  summary: 'Waits that only an event settles which does not come when the client leaves',
  preset: 'recommended',
  severity: 'error',
  finds: ['wait-unsettled'],
  message: defect => `${eventPhrase(defect)} may wait for '${defect.subject}' of ${quoted(defect.holder)} for ever: after a disconnect it never comes, and the finally block does not run.`,
  hint: defect => `Let 'close' of ${quoted(defect.holder)} settle the wait too, or write with pipeline()`,
})
