import { eventPhrase } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-uncleared-interval',
  summary: 'Intervals started per event or per instance and never cleared',
  preset: 'recommended',
  severity: 'error',
  finds: ['interval-kept', 'interval-overwritten'],
  message: defect => defect.kind === 'interval-overwritten'
    ? `${eventPhrase(defect)} starts another interval and overwrites the handle of the one before, which then runs for ever.`
    : `${eventPhrase(defect)} starts an interval that nothing clears: it runs, and keeps all that its callback refers to, as long as the process.`,
  hint: defect => defect.kind === 'interval-overwritten' ? 'Call clearInterval() on the old handle before setting the new one' : 'Keep the handle and call clearInterval() where the work ends, or in the teardown',
})
