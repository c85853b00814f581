import { eventPhrase } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-uncleared-interval',
  summary: 'Intervals started per event or per instance and never cleared',
  preset: 'recommended',
  severity: 'error',
  finds: ['interval-kept'],
  message: defect => `${eventPhrase(defect)} starts an interval that nothing clears: it runs, and keeps all that its callback refers to, as long as the process.`,
  hint: () => 'Keep the handle and call clearInterval() where the work ends, or in the teardown',
})
