import { agent } from './agent.ts'
import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { rdjson } from './rdjson.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

export { jobSummary } from './job-summary.ts'
export type { Format, ReportOptions, RuleDescription } from './format.ts'

export const formats = { text, compact, json, github, sarif, gitlab, checkstyle, junit, rdjson, markdown, html, agent } as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as readonly FormatName[]
