import type { Command, NodeOption } from './deployment-facts.ts'
import type { Locate } from './locate.ts'

/** What NODE_OPTIONS holds; a variable in it may stand for any. */
export function optionsOfText(text: string, locate: Locate): Pick<Command, 'options' | 'areOptionsKnown'> {
  const words = text.split(/\s+/).filter(word => word !== '')
  return { options: optionsIn(words, locate), areOptionsKnown: !words.some(isVariable) }
}

/** How many of the words after `node` are its own. */
export function optionCount(args: readonly string[]): number {
  let count = 0
  while (count < args.length && (args[count]!.startsWith('-') && args[count] !== '-' || isVariable(args[count]!))) count += VALUED.has(args[count]!) ? 2 : 1
  return Math.min(count, args.length)
}

/** The options among words. */
export function optionsIn(words: readonly string[], locate: Locate): readonly NodeOption[] {
  return words.flatMap((word, index) => {
    if (!word.startsWith('-')) return []
    const [written, value] = word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, VALUED.has(word) ? words[index + 1] : undefined]
    // V8 and node take `_` for `-`
    return [{ ...locate(word), name: `--${written.replace(/^--?/, '').replaceAll('_', '-')}`, ...(value === undefined ? {} : { value }) }]
  })
}

/** `$NODE_ARGS`, `${HEAP:+…}`: as a word of its own it may be an option, or none. */
export function isVariable(word: string): boolean {
  return /^(?:\$|`|%\w+%)/.test(word)
}

/** Options of node that take the next word as their value. */
const VALUED: ReadonlySet<string> = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader', '-C', '--conditions', '--env-file', '--title', '--max-old-space-size', '--max_old_space_size'])
