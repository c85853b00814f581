// https://docs.netlify.com/build/functions/api/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@netlify/functions#Context', role: 'type', lifetime: 'event' },
  { symbol: '@netlify/functions#HandlerContext', role: 'type', lifetime: 'event' },
  { symbol: '@netlify/functions#HandlerEvent', role: 'type', lifetime: 'event' },
  { symbol: '@netlify/functions#handler', role: 'entry', calls: 'export', event: 'request', files: 'netlify/functions/**/*.{js,mjs,cjs,ts,mts}', params: ['@netlify/functions#HandlerEvent', '@netlify/functions#HandlerContext'], label: 'every invocation' },
  { symbol: '@netlify/functions#default', role: 'entry', calls: 'export', event: 'request', files: 'netlify/{functions,edge-functions}/**/*.{js,mjs,ts,mts}', params: [null, '@netlify/functions#Context'], label: 'every request of the function' },
  { symbol: '@netlify/functions#builder', role: 'entry', calls: 'arg[0]', event: 'request', params: ['@netlify/functions#HandlerEvent', '@netlify/functions#HandlerContext'], label: 'every invocation' },
  { symbol: '@netlify/functions#stream', role: 'entry', calls: 'arg[0]', event: 'request', params: ['@netlify/functions#HandlerEvent', '@netlify/functions#HandlerContext'], label: 'every invocation' },
  { symbol: '@netlify/functions#schedule', role: 'entry', calls: 'arg[1]', event: 'tick', params: ['@netlify/functions#HandlerEvent', '@netlify/functions#HandlerContext'], label: 'every {arg[0]}' },
] as const satisfies readonly ModelRow[]
