import { BenchError } from '../bench-error.ts'
import { git } from './git.ts'

/** A file of a commit, not read yet. */
export interface Blob {
  readonly path: string
  readonly oid: string
}

const PLAIN_FILE = /^100/

/** The files of a commit at or below the paths; all when none is given. Links and submodules are left out: neither is source text. */
export function listBlobs(repo: string, commit: string, paths: readonly string[]): Blob[] {
  const listing = git(repo, ['ls-tree', '-r', '-z', commit, '--', ...paths]).toString()
  return listing.split('\0').flatMap(entry => {
    const [, mode, oid, path] = /^(\d+) \w+ (\w+)\t([^]+)$/.exec(entry) ?? []
    return mode !== undefined && PLAIN_FILE.test(mode) ? [{ path: path!, oid: oid! }] : []
  })
}

/** The bytes of each blob, in order, with one git process for all of them; undefined for one that a partial mirror leaves out. */
export function readBlobs(repo: string, blobs: readonly Blob[]): (Buffer | undefined)[] {
  const batch = git(repo, ['cat-file', '--batch'], blobs.map(({ oid }) => oid + '\n').join(''))
  let at = 0
  return blobs.map(({ oid, path }) => {
    const headerEnd = batch.indexOf('\n', at)
    if (batch.toString('latin1', at, headerEnd) === `${oid} missing`) {
      at = headerEnd + 1
      return undefined
    }
    const [, size] = /^\w+ blob (\d+)$/.exec(batch.toString('latin1', at, headerEnd)) ?? []
    if (size === undefined) throw new BenchError(`${repo} has no blob ${oid} for ${path}`)
    const start = headerEnd + 1
    at = start + Number(size) + 1
    return batch.subarray(start, start + Number(size))
  })
}
