import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unbounded-cache',
  summary: 'Caches keyed by a value that never stops changing, with no eviction and no bound',
  preset: 'recommended',
  severity: 'error',
  finds: ['cache-grows', 'store-grows'],
  message: defect => defect.kind === 'store-grows'
    ? `Without ${defect.subject}, ${defect.holder} grows without end.`
    : `${eventPhrase(defect)} may add another key to the cache ${quoted(defect.holder)}${lifetimePhrase(defect)}, and nothing evicts.`,
  hint: defect => defect.kind === 'store-grows' ? `Give ${defect.subject}` : `Bound it: an LRU with \`max\`, or delete the oldest key when ${defect.holder}.size passes a limit`,
})
