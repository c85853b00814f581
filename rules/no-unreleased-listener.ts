import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unreleased-listener',
  summary: 'Listeners added per event to an emitter that outlives it, and never removed',
  preset: 'recommended',
  severity: 'error',
  finds: ['listener-kept'],
  message: defect => `${eventPhrase(defect)} adds ${defect.subject === '' ? 'a' : `a ${defect.subject}`} listener to ${quoted(defect.holder)}${lifetimePhrase(defect)}, and nothing removes it.`,
  hint: defect => `Keep the listener in a variable and remove it when the work ends: ${defect.holder}.${defect.releaseName ?? 'off'}(${defect.subject === '' ? 'event' : defect.subject}, listener), in a finally block or on 'close'`,
})
