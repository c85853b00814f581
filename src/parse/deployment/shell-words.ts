/**
 * The simple commands of a shell command line, each as its words: quotes and backslashes taken away, redirections and comments left out,
 * variables kept as they are written. Quoting and lists are those of https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html;
 * what no deployment file needs (here-documents, functions, `case`) is not known.
 */
export function shellCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]]
  let word: string | undefined
  let isTarget = false
  const endWord = () => {
    if (word !== undefined && !isTarget) commands.at(-1)!.push(word)
    if (word !== undefined) isTarget = false
    word = undefined
  }
  for (const [token] of line.matchAll(TOKEN)) {
    if (/^(?:\\\r?\n|#.)/.test(token)) continue
    if (/^[^\S\n]/.test(token)) endWord()
    else if (SEPARATOR.test(token)) { endWord(); commands.push([]) }
    else if (REDIRECTION.test(token)) {
      // `2>`: the digit is no word
      if (/^\d$/.test(word ?? '')) word = undefined
      endWord()
      isTarget = !token.includes('&')
    } else word = (word ?? '') + unquoted(token)
  }
  endWord()
  return commands.filter(words => words.length > 0)
}

/** `/usr/local/bin/node` → `node`. */
export function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1)
}

const TOKEN = /\\\r?\n|\n|[^\S\n]+|'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|\$\{[^}]*\}|\$\([^)]*\)|&&|\|\||;;?|>&\d?|&>|>>?|<<?|[|&()]|(?<![^\s;|&()])#[^\n]*|[^\s'"\\&|;()<>#$]+|[^]/g
const SEPARATOR = /^(?:\n|&&|\|\||;;?|[|&()])$/
const REDIRECTION = /^(?:>&\d?|&>|>>?|<<?)$/

function unquoted(token: string): string {
  if (token.startsWith("'") && token.length > 1) return token.slice(1, -1)
  if (token.startsWith('"') && token.length > 1) return token.slice(1, -1).replaceAll(/\\(["\\$`])/g, '$1')
  return token.startsWith('\\') ? token.slice(1) : token
}
