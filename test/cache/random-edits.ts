/** Numbers that look random and are the same in each run: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What people do to a program: some of it breaks the syntax, which is an edit too. */
const EDITS: readonly ((lines: readonly string[], at: number) => readonly string[])[] = [
  // layout and comments
  (lines, at) => lines.toSpliced(at, 0, '// what comes next has been here before'),
  (lines, at) => lines.toSpliced(at, 0, '', ''),
  (lines, at) => lines.toSpliced(at, 1, `    ${lines[at]}`),
  (lines, at) => lines.toSpliced(at, 1, lines[at]!.replace(', ', ',\n      ')),
  (lines, at) => lines.toSpliced(at, 1, `${lines[at]} // leak-audit-disable-line -- known`),
  (lines, at) => lines.toSpliced(at, 1, lines[at]!.replace(/ *\/\/ (?:leak|ok).*/, '')),
  // a release goes, or comes
  lines => withoutFirst(lines, /\.(?:off|removeListener|delete|clear|end|close|destroy)\(|clear(?:Interval|Timeout)\(/),
  lines => withoutFirst(lines, /\.on\(|\.set\(|\.push\(|setInterval\(/),
  lines => [...lines, 'const kept = new Map(); process.on(\'message\', message => { kept.set(message, message) })'],
  lines => [...lines, 'process.on(\'message\', message => { kept.delete(message) })'],
  // a line goes, or comes twice
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at]!),
  // names and words
  (lines, at) => { const name = /\b(?:const|function|class) (\w+)/.exec(lines[at]!)?.[1]; return name === undefined ? lines : lines.map(line => line.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}Again`)) },
  (lines, at) => lines.toSpliced(at, 1, lines[at]!.replace(/'(\w+)'/, '\'$1s\'')),
  (lines, at) => lines.toSpliced(at, 1, lines[at]!.replace(/\b(\d+)\b/, '7$1')),
]

/** A caller of what another file exports. */
export function callerOf(specifier: string, text: string): string | undefined {
  const name = /export (?:async )?function (\w+)/.exec(text)?.[1]
  return name === undefined ? undefined : `import { ${name} } from '${specifier}'\nimport { createServer } from 'node:http'\ncreateServer((req, res) => { ${name}(req, res) }).listen(80)\n`
}

/** The text after one edit that the numbers choose. */
export function edited(text: string, next: (below: number) => number): string {
  const lines = text.split('\n')
  return EDITS[next(EDITS.length)]!(lines, next(lines.length)).join('\n')
}

function withoutFirst(lines: readonly string[], pattern: RegExp): readonly string[] {
  const at = lines.findIndex(line => pattern.test(line))
  return at < 0 ? lines : lines.toSpliced(at, 1)
}
