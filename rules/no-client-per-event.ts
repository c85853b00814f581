import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-client-per-event',
  summary: 'Clients, pools, agents and loggers that are made for each request, message, job or tick and never closed',
  preset: 'recommended',
  severity: 'error',
  finds: ['client-per-event'],
  message: defect => `${eventPhrase(defect)} makes ${quoted(defect.subject)} and never closes it: its connections and timers stay${defect.severity === 'warning' ? ' until they have been idle for long enough' : ''}.`,
  hint: () => 'Make one when the module loads and share it; or close it in a finally block',
})
