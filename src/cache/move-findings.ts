import { lineOf, type FileFacts } from '../facts/file-facts.ts'
import type { Edit, EditText, Finding, Site } from '../verdict/finding.ts'
import type { Moved } from './moved.ts'

/** A file whose facts have moved. */
export interface MovedFile {
  readonly old: Pick<FileFacts, 'lineStarts'>
  readonly now: Pick<FileFacts, 'lineStarts'>
  readonly moved: Moved
}

/** Findings as they would be made of the moved files; undefined when one of them speaks of a place that no fact names, or of a line by its number. */
export function moveFindings(findings: readonly Finding[], files: ReadonlyMap<string, MovedFile>): readonly Finding[] | undefined {
  try {
    return findings.map(finding => moveFinding(finding, files))
  } catch (error) {
    if (error instanceof NoSuchPlace) return undefined
    throw error
  }
}

class NoSuchPlace extends Error {}

function moveFinding(finding: Finding, files: ReadonlyMap<string, MovedFile>): Finding {
  const sites = [finding, finding.holder, ...finding.path]
  if (!sites.some(({ file }) => file !== undefined && files.has(file))) return finding
  if (/\bline \d/.test(finding.message + finding.release.hint)) throw new NoSuchPlace()
  const site = <S extends Partial<Site>>(at: S): S => {
    const { file, line, column } = at, moving = file === undefined ? undefined : files.get(file)
    return moving === undefined || line === undefined || column === undefined ? at : { ...at, ...siteIn(moving, line, column) }
  }
  const own = files.get(finding.file)
  const moved = { ...site(finding), holder: site(finding.holder), path: finding.path.map(site) }
  if (own === undefined) return moved
  const end = siteAt(own, offsetIn(own, finding.end))
  return {
    ...moved, start: offsetIn(own, finding.start), end: offsetIn(own, finding.end), endLine: end.line, endColumn: end.column,
    ...(finding.mend === undefined ? {} : { mend: { ...finding.mend, edits: finding.mend.edits.map(edit => moveEdit(edit, own)) } }),
  }
}

function siteIn(file: MovedFile, line: number, column: number): Pick<Site, 'line' | 'column'> {
  return siteAt(file, offsetIn(file, file.old.lineStarts[line - 1]! + column - 1))
}

function siteAt({ now: { lineStarts } }: MovedFile, offset: number): Pick<Site, 'line' | 'column'> {
  const line = lineOf(lineStarts, offset)
  return { line, column: offset - lineStarts[line - 1]! + 1 }
}

function offsetIn({ moved }: MovedFile, offset: number): number {
  const place = moved(offset)
  if (place === undefined) throw new NoSuchPlace()
  return place
}

/** Edits stand at places, and one character inside quotes, braces and brackets. */
function inOrAt(file: MovedFile, offset: number): number {
  const inside = file.moved(offset - 1)
  return file.moved(offset) ?? (inside === undefined ? offsetIn(file, offset + 1) - 1 : inside + 1)
}

function moveEdit(edit: Edit, file: MovedFile): Edit {
  const at = (offset: number): number => inOrAt(file, offset)
  const text = (parts: EditText): EditText => parts.map(part => typeof part === 'string' ? part : { start: at(part.start), end: at(part.end) })
  switch (edit.kind) {
    case 'replace': return { ...edit, start: at(edit.start), end: at(edit.end), text: text(edit.text) }
    case 'before statement': return { ...edit, at: at(edit.at), text: text(edit.text), ...(edit.reaches === undefined ? {} : { reaches: at(edit.reaches) }) }
    case 'after statement':
    case 'at module level': return { ...edit, at: at(edit.at), text: text(edit.text) }
    case 'remove statement': return { ...edit, at: at(edit.at) }
    case 'import': return edit
  }
}
