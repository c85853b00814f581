import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule, type Defect } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-finish-only-cleanup',
  summary: "Cleanup that waits for 'finish' or 'end' of a request or response, which an aborted one does not emit",
  preset: 'recommended',
  severity: 'error',
  finds: ['released-on-finish'],
  message: defect => `${eventPhrase(defect)} ${whatOf(defect)}, and takes it back when the ${defect.missing ?? "response 'finish'"} comes: of an aborted request it does not come, and it stays.`,
  hint: () => "Do it on 'close' of the response, which comes whether it was sent or aborted: res.once('close', …)",
})

function whatOf({ hold, holder, subject }: Defect): string {
  switch (hold.resource) {
    case 'listener': return `adds a ${subject === '' ? '' : `${subject} `}listener to ${quoted(holder)}`
    case 'collection': return `adds an entry to ${quoted(holder)}`
    default: return `starts ${quoted(subject)}`
  }
}
