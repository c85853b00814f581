import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { corpusFolder, projectRoot } from '../folders.ts'
import { readJson } from '../read-json.ts'

/** A package at the version whose findings are judged. */
export interface PublishedPackage {
  readonly name: string
  readonly version: string
  /** What to audit below its root; all when absent. For a package that ships the same code more than once. */
  readonly paths?: readonly string[]
}

/** The pinned packages, or the one of that name. @throws BenchError when there is none. */
export function readPackages(only?: string): PublishedPackage[] {
  const pinned = readJson(join(projectRoot, 'bench/corpus/packages.json')) as PublishedPackage[]
  const asked = only === undefined ? pinned : pinned.filter(({ name }) => name === only)
  if (asked.length === 0) throw new BenchError(`no package ${only} in bench/corpus/packages.json`)
  return asked
}

/** Where `download` unpacks it. */
export const unpackedFolder = (name: string): string => join(corpusFolder, name, 'package')
