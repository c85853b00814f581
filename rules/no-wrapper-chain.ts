import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-wrapper-chain',
  summary: 'Functions that are wrapped again for each event, so that each wrapper keeps the one before',
  preset: 'recommended',
  severity: 'error',
  finds: ['wrapper-grows'],
  message: defect => `${eventPhrase(defect)} wraps ${quoted(defect.subject)} of ${quoted(defect.holder)}${lifetimePhrase(defect)}, and nothing puts the old function back: each wrapper keeps the one before.`,
  hint: defect => `Wrap ${defect.subject} once, while the program starts; or put the old function back where the event ends, in a finally block or when the connection emits 'close'`,
})
