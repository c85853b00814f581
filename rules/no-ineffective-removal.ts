import { quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-ineffective-removal',
  summary: 'Removals that cannot work: another function, another event, or something that is no timer',
  preset: 'recommended',
  severity: 'error',
  finds: ['listener-removal-ineffective', 'timer-clear-ineffective'],
  message: defect => defect.kind === 'timer-clear-ineffective'
    ? `This ${defect.subject}() is not given a timer, so it clears nothing and the timer goes on.`
    : `The ${defect.subject} listener on ${quoted(defect.holder)} is never removed: ${defect.missing}.`,
  hint: defect => defect.kind === 'timer-clear-ineffective'
    ? 'Keep what setInterval() or setTimeout() returns, and clear that'
    : 'Give both calls the same emitter, event and options, and one function that is kept in a variable or field (bound once)',
})
