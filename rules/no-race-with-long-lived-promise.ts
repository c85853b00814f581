import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-race-with-long-lived-promise',
  summary: 'Races in an endless loop against a promise that was made before it',
  preset: 'recommended',
  severity: 'error',
  finds: ['race-lasting'],
  message: defect => `Each round of the loop leaves a reaction on ${quoted(defect.holder)}, with the result of the round, until that promise settles.`,
  hint: defect => `Do not race against ${quoted(defect.holder)} in the loop: check a flag or a signal each round, or add a listener that the round removes in a finally block`,
})
