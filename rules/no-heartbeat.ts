import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-heartbeat',
  summary: 'WebSocket servers that keep their peers and ask none of them whether it is still there',
  preset: 'strict',
  severity: 'warning',
  finds: ['peer-kept'],
  message: defect => `Peers of ${quoted(defect.holder)} are dropped on 'close' alone: one whose network goes away never closes, and stays among the clients with all that is kept for it.`,
  hint: () => 'In an interval, terminate() each peer that has not answered since the last turn, and ping() the others; clear the interval when the server closes',
})
