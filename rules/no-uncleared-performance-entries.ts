import { eventPhrase } from '../src/verdict/phrases.ts'
import { defineRule, type Defect } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-uncleared-performance-entries',
  summary: 'Marks and measures that the performance timeline keeps, as nothing clears them',
  preset: 'recommended',
  severity: 'error',
  finds: ['timeline-grows'],
  message: defect => `${eventPhrase(defect)} adds a ${defect.subject} to the performance timeline, which keeps it, and nothing calls performance.${clearOf(defect)}().`,
  hint: defect => `Call performance.${clearOf(defect)}(name) when the entry has been read, in a finally block; or take two readings of performance.now() instead`,
})

const clearOf = ({ subject }: Defect): string => subject === 'measure' ? 'clearMeasures' : 'clearMarks'
