import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unbounded-collection',
  summary: 'Arrays, Maps, Sets and objects that grow per event, with nothing that takes entries out',
  preset: 'recommended',
  severity: 'error',
  finds: ['collection-grows'],
  message: defect => `${eventPhrase(defect)} adds to ${quoted(defect.holder)}${lifetimePhrase(defect)}, and nothing takes entries out.`,
  hint: defect => defect.subject === '' ? `Bound it: if (${defect.holder}.length > max) ${defect.holder}.shift()` : `Delete the entry when its work ends${defect.releaseName === undefined ? '' : `: ${defect.holder}.${defect.releaseName}(key)`}, or bound ${defect.holder} by size or age`,
})
