// https://tc39.es/ecma402/#constructor-properties-of-the-intl-object
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'global#Intl.Collator', role: 'type', isFinite: true },
  { symbol: 'global#Intl.DateTimeFormat', role: 'type', isFinite: true, note: 'an unknown time zone throws' },
  { symbol: 'global#Intl.DisplayNames', role: 'type', isFinite: true },
  { symbol: 'global#Intl.ListFormat', role: 'type', isFinite: true },
  { symbol: 'global#Intl.NumberFormat', role: 'type', isFinite: true, note: 'an unknown currency or unit throws' },
  { symbol: 'global#Intl.PluralRules', role: 'type', isFinite: true },
  { symbol: 'global#Intl.RelativeTimeFormat', role: 'type', isFinite: true },
  { symbol: 'global#Intl.Segmenter', role: 'type', isFinite: true },
] as const satisfies readonly ModelRow[]
