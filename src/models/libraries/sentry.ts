// https://docs.sentry.io/platforms/javascript/guides/node/enriching-events/event-processors/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@sentry/node#addEventProcessor', role: 'acquire', resource: 'listener', holder: 'process', held: 'arg[0]', setup: true, reason: 'a processor cannot be taken out again' },
  { symbol: '@sentry/node#addIntegration', role: 'acquire', resource: 'listener', holder: 'process', held: 'arg[0]', setup: true, reason: 'an integration cannot be taken out again' },
] as const satisfies readonly ModelRow[]
