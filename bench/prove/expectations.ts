import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a comment of a fixture program says of a line. */
export interface Expectation {
  readonly kind: 'leak' | 'ok' | 'missed' | 'false-alarm'
  /** Relative to the program's folder. */
  readonly file: string
  readonly line: number
  /** The line itself, without the comment. */
  readonly text: string
  /** Absent for `ok`: no rule at all. */
  readonly rule?: string
  /** What stands in brackets: why a mistake is made; `not run: …` for a leak that cannot be measured here. */
  readonly note?: string
}

/** `// ok` in source, `# ok` in YAML, Dockerfiles and Procfiles; a key `"//": "ok",` in JSON, which has no comments. */
const COMMENT = /(?:\/\/ |# |"\/\/": ")(ok|(?:leak|missed|false-alarm): [^"]*)(?:",?)?$/
const CLAUSE = /^(leak|missed|false-alarm): ([\w-]+)(?: \((.+)\))?$/

/** What the comments of all files of a program say. */
export function expectationsOf(folder: string): readonly Expectation[] {
  return filesOf(folder).flatMap(file => expectationsIn(file, readFileSync(join(folder, file), 'utf8')))
}

/** What the comments at the ends of lines say, or on the line before; `;` parts what is said of several rules. */
export function expectationsIn(file: string, text: string): readonly Expectation[] {
  const lines = text.split('\n')
  return lines.flatMap((source, index) => {
    const line = source.trim(), [written, comment] = COMMENT.exec(line) ?? []
    if (comment === undefined) return []
    const isAlone = written === line
    const at = { file, line: isAlone ? index + 2 : index + 1, text: (isAlone ? lines[index + 1] ?? '' : line.slice(0, -written!.length)).trim() }
    return comment === 'ok' ? [{ ...at, kind: 'ok' as const }] : comment.split('; ').map(clause => ({ ...at, ...readClause(clause, at) }))
  })
}

/** All files below the folder, with `/` on every platform. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function readClause(clause: string, { file, line }: Pick<Expectation, 'file' | 'line'>): Pick<Expectation, 'kind' | 'rule' | 'note'> {
  const [, kind, rule, note] = CLAUSE.exec(clause) ?? []
  if (rule === undefined) throw new Error(`${file}:${line}: expected "leak: <rule>", "missed: <rule> (why)" or "false-alarm: <rule> (why)", not "${clause}"`)
  if (kind !== 'leak' && note === undefined) throw new Error(`${file}:${line}: say why, in brackets`)
  return { kind: kind as Expectation['kind'], rule, ...(note !== undefined && { note }) }
}
