// https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'aws-lambda#Context', role: 'type', lifetime: 'event' },
  { symbol: 'aws-lambda#handler', role: 'entry', calls: 'export', event: 'request', firstNamed: ['event', 'evt'], params: [null, 'aws-lambda#Context', null], label: 'every invocation', note: 'the exported name that a function is deployed under by default; other kinds of file export it too' },
] as const satisfies readonly ModelRow[]
