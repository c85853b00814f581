import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-overwritten-handle',
  summary: 'Handles of clients, workers and intervals that are overwritten while the old one still runs',
  preset: 'recommended',
  severity: 'error',
  finds: ['handle-overwritten', 'interval-overwritten'],
  message: defect => defect.kind === 'interval-overwritten'
    ? `${eventPhrase(defect)} starts another ${defect.subject === 'setTimeout' ? 'timer loop' : 'interval'} and overwrites the handle of the one before, which then runs for ever.`
    : `${eventPhrase(defect)} gives ${quoted(defect.subject)} another object without ending the one before, which nothing can reach any more.`,
  hint: defect => defect.kind === 'interval-overwritten' ? `Call ${defect.subject === 'setTimeout' ? 'clearTimeout' : 'clearInterval'}() on the old handle before setting the new one` : `End what is in ${quoted(defect.subject)} first, as the teardown does`,
})
