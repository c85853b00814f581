import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-silenced-listener-warning',
  summary: 'Limits of listeners set to 0 or Infinity, so that Node.js no longer warns when they pile up',
  preset: 'strict',
  severity: 'warning',
  finds: ['warning-silenced'],
  message: defect => `${quoted(defect.subject)} silences the warning of listeners that pile up on ${defect.holder === '' ? 'any emitter of the process' : quoted(defect.holder)}, and removes none of them.`,
  hint: defect => `Remove listeners where the work ends; where many are meant to be there at a time, give ${defect.holder === '' ? 'that emitter' : defect.holder} the number that is expected: setMaxListeners(n)`,
})
