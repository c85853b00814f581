import { readFileSync } from 'node:fs'

/** The page of a rule as it is in `docs/rules`, which the package contains. */
export function rulePage(id: string): string {
  return readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8')
}
