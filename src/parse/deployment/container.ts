import { commandsOfLine, commandsOfWords } from './command.ts'
import type { Command } from './deployment-facts.ts'
import { itemsOf, textOf, type Located } from './located.ts'
import { locateIn } from './locate.ts'
import { optionsOfText } from './node-options.ts'

/**
 * The commands of lists of words, given one behind the other as `command` and `args` of Kubernetes are; a text is a line, as in compose.
 * Nothing where a word is not known.
 */
export function commandsOfFields(text: string, ...fields: readonly (Located | undefined)[]): readonly Command[] {
  const given = fields.filter(field => field !== undefined), [first] = given, last = given.at(-1)
  if (first === undefined || last === undefined) return []
  const locate = locateIn(text, { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) })
  if (given.length === 1 && first.kind === 'scalar') return commandsOfLine(textOf(first) ?? '', locate)
  const words = given.flatMap(itemsOf).map(textOf)
  return words.some(word => word === undefined) ? [] : commandsOfWords(words as readonly string[], locate)
}

/** What NODE_OPTIONS holds, by the value that a field gives it: nothing is unknown where the field is not there. */
export function optionsOfField(text: string, value: Located | undefined): Pick<Command, 'options' | 'areOptionsKnown'> {
  if (value === undefined) return { options: [], areOptionsKnown: true }
  const written = textOf(value)
  return written === undefined ? { options: [], areOptionsKnown: false } : optionsOfText(written, locateIn(text, value))
}
