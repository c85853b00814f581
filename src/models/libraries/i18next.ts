// https://www.i18next.com/overview/api#events
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'i18next#i18n', role: 'type' },
  { symbol: 'i18next#default', role: 'type', extends: ['i18next#i18n'], lifetime: 'process' },
  { symbol: 'i18next#createInstance', role: 'type', returns: 'i18next#i18n' },
  { symbol: 'i18next#i18n.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'i18next#i18n.off', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'], note: 'without a listener it removes all of the event' },
] as const satisfies readonly ModelRow[]
