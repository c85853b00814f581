import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-exposed-heap-snapshot',
  summary: 'Heap snapshots and inspectors that anyone who sends a request can have',
  preset: 'strict',
  severity: 'error',
  finds: ['snapshot-exposed'],
  message: defect => `${defect.event.label.startsWith('every') ? 'Any request' : `Any ${defect.event.label}`} runs ${quoted(`${defect.subject}()`)}, and nothing asks who sends it: each stops the process, doubles its memory, and writes down every secret in it.`,
  hint: () => 'Ask for credentials before it, or listen on 127.0.0.1; a signal (--heapsnapshot-signal=SIGUSR2) needs no route at all',
})
