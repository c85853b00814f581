import type { Finding } from '../verdict/finding.ts'
import type { LineRange } from './changed-lines.ts'

/** Changed lines by file. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>

/** Whether the site of a finding, its holder or a step of its path stands on a changed line. */
export function touches({ file, line, endLine, holder, path }: Finding, changed: ChangedLines): boolean {
  const meets = (file: string, from: number, to = from): boolean => changed.get(file)?.some(range => range.from <= to && from <= range.to) === true
  return meets(file, line, endLine)
    || holder.file !== undefined && holder.line !== undefined && meets(holder.file, holder.line)
    || path.some(step => meets(step.file, step.line))
}
