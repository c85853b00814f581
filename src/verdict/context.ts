import type { FileFacts } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import type { ValueRef } from '../link/refs.ts'
import type { Hold } from './hold.ts'
import type { OwedResults } from './owed-results.ts'
import type { Releases } from './releases.ts'

/** What every judge may ask. */
export interface Context {
  readonly program: Program
  readonly releases: Releases
  readonly owed: OwedResults
  /** All holds of the program, by file. */
  readonly holds: readonly Hold[]
  holdsAt(place: Hold['place']): readonly Hold[]
  /** Whether a variable holds something large. */
  isLargeBinding(binding: ValueRef): boolean
  /** Whether the program sets an entry at this place to nothing: `dict[key] = undefined`. */
  isEmptiedAt(place: Hold['place']): boolean
  /** Whether the file is written for a page in a browser. */
  isBrowserFile(file: FileFacts): boolean
}
