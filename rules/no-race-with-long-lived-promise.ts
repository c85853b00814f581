import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-race-with-long-lived-promise',
  summary: 'Races, in an endless loop or for each event, against a promise that was made before and stays pending',
  preset: 'recommended',
  severity: 'error',
  finds: ['race-lasting'],
  message: defect => `Each ${defect.subject} leaves a reaction on ${quoted(defect.holder)}, with its result, until that promise settles.`,
  hint: defect => `Do not race against ${quoted(defect.holder)} each time: check a flag or a signal, or add a listener that is removed in a finally block`,
})
