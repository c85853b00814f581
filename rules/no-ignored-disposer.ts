import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-ignored-disposer',
  summary: 'Subscriptions whose disposer is dropped, so that nothing can take the listener off again',
  preset: 'recommended',
  severity: 'error',
  finds: ['disposer-ignored'],
  message: defect => `${eventPhrase(defect)} subscribes to ${quoted(defect.holder)}${lifetimePhrase(defect)}, and drops what ${defect.subject}() returns: nothing else can end the subscription.`,
  hint: defect => `Keep what ${defect.subject}() returns, and call it where the work ends: in a finally block, in the listener for 'close', or in the teardown`,
})
