import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unbounded-metric-labels',
  summary: 'Labels of metrics and names of loggers that are data of a request, message or job, and so have no bound',
  preset: 'recommended',
  severity: 'error',
  finds: ['label-grows'],
  message: defect => `${eventPhrase(defect)} gives ${quoted(defect.holder)} ${quoted(defect.missing ?? 'data')} for the ${defect.subject}: it keeps an entry for each different value, and nothing takes them out.`,
  hint: () => 'Use what has few values: the pattern of the route, the method, the class of the status; put the rest in a log line or a trace',
})
