import { readFileSync } from 'node:fs'
import type { ReportOptions } from '../../src/report/format.ts'
import { rules } from '../../rules/index.ts'

/** What the command line gives to a report, with the real pages of the rules. */
export const sampleOptions: ReportOptions = {
  color: false, version: '1.2.3',
  rules: rules.map(({ id, summary, severity }) => ({
    id, summary, severity, url: `https://example.com/rules/${id}.md`, page: readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8'),
  })),
}
