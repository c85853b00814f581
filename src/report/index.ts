import type { AuditResult } from '../verdict/audit-result.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { text } from './text.ts'

/** Gives what goes to standard output: whole lines, or nothing. */
export type Format = (result: AuditResult, options: { readonly color: boolean }) => string

export const formats = { text, json, github } as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
