import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-undisposed-resource',
  summary: 'Clients, pools and handles that a function opens for itself and never closes',
  preset: 'recommended',
  severity: 'error',
  finds: ['resource-kept'],
  message: defect => `${eventPhrase(defect)} opens ${quoted(defect.subject)}, keeps it to itself and never closes it: its sockets and timers stay open.`,
  hint: () => 'Close it in a finally block, or open one when the module loads and share it',
})
