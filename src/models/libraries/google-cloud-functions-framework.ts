// https://github.com/GoogleCloudPlatform/functions-framework-nodejs#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@google-cloud/functions-framework#http', role: 'entry', calls: 'arg[1]', event: 'request', params: ['express#Request', 'express#Response'], label: 'every request of {arg[0]}' },
  { symbol: '@google-cloud/functions-framework#cloudEvent', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every event of {arg[0]}' },
] as const satisfies readonly ModelRow[]
