import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-partial-release',
  summary: 'Entries, listeners, timers and clients that are released on some exits only',
  preset: 'recommended',
  severity: 'error',
  finds: ['partly-released'],
  message: defect => `${eventPhrase(defect)} ${verbOf[defect.hold.resource]} ${quoted(defect.hold.resource === 'interval' || defect.hold.resource === 'timeout' ? defect.subject : defect.holder)} and releases it, but not after ${defect.missing ?? 'every exit'}.`,
  hint: () => "Release it on every exit: in a finally block, or when the connection or stream it belongs to emits 'close'",
})

const verbOf = { listener: 'adds a listener to', collection: 'adds an entry to', interval: 'starts', timeout: 'arms', resource: 'takes', timeline: 'adds an entry to the timeline of', pipe: 'pipes to' } as const
