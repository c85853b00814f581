// https://vercel.com/docs/functions/functions-api-reference
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@vercel/node#VercelRequest', role: 'type', extends: ['node:http#IncomingMessage'], lifetime: 'event' },
  { symbol: '@vercel/node#VercelResponse', role: 'type', extends: ['node:http#ServerResponse'], lifetime: 'event' },
  { symbol: '@vercel/node#GET', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#HEAD', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#POST', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#PUT', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#PATCH', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#DELETE', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#OPTIONS', role: 'entry', calls: 'export', event: 'request', files: 'api/**/*.{js,mjs,ts}', label: '{name} of the function' },
  { symbol: '@vercel/node#VercelRequest.query', role: 'data' },
] as const satisfies readonly ModelRow[]
