import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-retained-slice',
  summary: 'Pieces of large texts and buffers in a lasting collection, each of which keeps the whole',
  preset: 'strict',
  severity: 'warning',
  finds: ['slice-kept'],
  message: defect => `${eventPhrase(defect)} puts a piece of ${quoted(defect.subject)} into ${quoted(defect.holder)}${lifetimePhrase(defect)}: a piece is a view, and keeps all of ${quoted(defect.subject)}.`,
  hint: () => 'Keep a copy: Buffer.from(bytes.subarray(…)) of a buffer, Buffer.from(text.slice(…)).toString() of a text',
})
