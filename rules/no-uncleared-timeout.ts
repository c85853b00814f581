import { eventPhrase } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-uncleared-timeout',
  summary: 'Deadline timers that are not cleared when the work is done first',
  preset: 'recommended',
  severity: 'warning',
  finds: ['timeout-kept'],
  message: defect => defect.severity === 'warning'
    ? `${eventPhrase(defect)} arms a deadline that is not cleared when the work wins: until it fires, the timer keeps the result and all that its callback refers to.`
    : 'This timer arms itself again and the teardown does not clear it: the object is kept, and goes on working, after it was ended.',
  hint: defect => defect.severity === 'warning' ? 'Keep the handle and call clearTimeout() in a finally block' : 'Keep the handle in a field and call clearTimeout() in the teardown',
})
