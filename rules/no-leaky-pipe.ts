import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-leaky-pipe',
  summary: 'Files and responses that are piped to a client and stay open when it leaves',
  preset: 'recommended',
  severity: 'error',
  finds: ['pipe-left', 'pipe-kept'],
  message: defect => defect.kind === 'pipe-left'
    ? `${eventPhrase(defect)} pipes ${quoted(defect.subject)} to ${quoted(defect.holder)}: when the client leaves, nothing destroys it, and its descriptor stays open.`
    : `${eventPhrase(defect)} pipes ${quoted(defect.subject)} to ${quoted(defect.holder)} with \`end: false\`: the listeners of each pipeline stay on it, which stays open.`,
  hint: defect => defect.kind === 'pipe-left'
    ? `Use stream.pipeline() instead, or destroy ${quoted(defect.subject)} when ${quoted(defect.holder)} emits 'close'`
    : `Write its chunks one by one, or use ${quoted(defect.subject)}.pipe(${quoted(defect.holder)}, { end: false }), which takes its listeners off when the source ends`,
})
