import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unstoppable-loop',
  summary: 'Timer chains that each event starts and nothing ends, and async functions that wait for their own next call',
  preset: 'recommended',
  severity: 'error',
  finds: ['loop-unstoppable', 'recursion-unsettled'],
  message: defect => defect.kind === 'recursion-unsettled'
    ? `Each round of ${quoted(defect.subject)} waits for the next, and no condition ends it: none of its promises ever settles, and all are kept.`
    : `${eventPhrase(defect)} starts ${quoted(defect.subject)}, which arms its timer again at every turn: no condition and no clear ends it.`,
  hint: defect => defect.kind === 'recursion-unsettled'
    ? `Write a while loop; or start the next round without waiting for it: void ${defect.subject}`
    : "Keep the timer, and clear it where the work ends, as in the listener for 'close'; or test a flag before the timer is armed again",
})
