import type { Finding } from './finding.ts'

/** Whether a finding stands in one of the folders, or they cause it: its holder or its path does. `.` is everything. */
export function concerns({ file, holder, path }: Finding, folders: readonly string[]): boolean {
  return [file, holder.file, ...path.map(step => step.file)].some(place => place !== undefined && isIn(place, folders))
}

/** Whether a file stands in one of the folders. */
export const isIn = (file: string, folders: readonly string[]): boolean => folders.some(folder => folder === '.' || file.startsWith(`${folder}/`))
