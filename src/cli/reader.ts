import { detectAgent } from 'std-env'
import type { Destination } from './destinations.ts'

/** What is printed where no `--format` says it: few words for a coding agent, text for everybody else. */
export function defaultDestinations({ isTerminal }: { readonly isTerminal: boolean }): readonly Destination[] {
  return [{ format: isRunByAgent({ isTerminal }) ? 'agent' : 'text' }]
}

/** The variables by which these are known are set in the terminals of people, too. */
const ALSO_OF_PEOPLE: ReadonlySet<string> = new Set(['replit', 'goose', 'devin'])

function isRunByAgent({ isTerminal }: { readonly isTerminal: boolean }): boolean {
  const { name } = detectAgent()
  return name !== undefined && !(isTerminal && ALSO_OF_PEOPLE.has(name))
}
