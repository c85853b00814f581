import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-leaky-pipe',
  summary: 'Files and responses that are piped to a client and stay open when it leaves',
  preset: 'recommended',
  severity: 'error',
  finds: ['pipe-left'],
  message: defect => `${eventPhrase(defect)} pipes ${quoted(defect.subject)} to ${quoted(defect.holder)}: when the client leaves, nothing destroys it, and its descriptor stays open.`,
  hint: defect => `Use stream.pipeline() instead, or destroy ${quoted(defect.subject)} when ${quoted(defect.holder)} emits 'close'`,
})
