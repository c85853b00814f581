import { compact } from './compact.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { text } from './text.ts'

export type { Format, ReportOptions, RuleDescription } from './format.ts'

export const formats = { text, compact, json, github } as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as readonly FormatName[]
