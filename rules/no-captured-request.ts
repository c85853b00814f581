import { eventPhrase } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-captured-request',
  summary: 'Requests, responses and sockets kept alive by the closure of a pending timer',
  preset: 'recommended',
  severity: 'warning',
  finds: ['request-captured'],
  message: defect => `${eventPhrase(defect)} leaves a timer whose closure keeps ${defect.subject}.`,
  hint: () => 'Copy the few fields that the callback needs into constants, and let no closure of the handler mention the request; or clear the timer when the request ends',
})
