import { InvalidArgumentError } from 'commander'
import { unknownName } from '../unknown-name.ts'
import { UsageError } from '../verdict/audit-result.ts'

/** What is audited where no path is named: the current folder. */
export const withDefaultPath = (paths: readonly string[]): readonly string[] => paths.length === 0 ? ['.'] : paths

/** @throws InvalidArgumentError, to which commander adds the name of the option. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is expected.')
  return Number(text)
}

/** @throws InvalidArgumentError, too. */
export function aboveZero(text: string): number {
  if (wholeNumber(text) === 0) throw new InvalidArgumentError('A number above 0 is expected.')
  return Number(text)
}

/** @throws UsageError which names the rule that is nearest. */
export function knownRule(id: string, { rules }: { readonly rules: readonly { readonly id: string }[] }): string {
  const ids = rules.map(rule => rule.id)
  if (!ids.includes(id)) throw new UsageError(unknownName('rule', id, ids))
  return id
}

/** Reads `src/server.ts:14`, or with the column that reports print behind it, which says nothing more. @throws UsageError for anything else. */
export function siteOf(site: string): { readonly file: string; readonly line: number } {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(site)
  if (match === null || Number(match[2]) === 0) throw new UsageError(`'${site}' is not <file>:<line>, such as src/server.ts:14`)
  return { file: match[1]!, line: Number(match[2]) }
}
