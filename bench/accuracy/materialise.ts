import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { readBlobs } from './blobs.ts'
import type { LeakFix } from './leak-fix.ts'
import { type Mode, wantedBlobs } from './wanted-blobs.ts'

export const SIDES = ['before', 'after'] as const
export type Side = (typeof SIDES)[number]

export interface Source {
  /** A folder `owner+name/repo` for each repository. */
  readonly mirrors: string
  /** Where the trees are kept from run to run. */
  readonly trees: string
  readonly mode: Mode
}

/** Lays one side of a fix out as files and gives the folder. A tree that is there already is taken as it is: a commit never changes. */
export function materialise(fix: LeakFix, side: Side, { mirrors, trees, mode }: Source): string {
  const tree = join(trees, fix.id, `${side}-${mode}`)
  if (existsSync(tree)) return tree
  const unfinished = `${tree}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const repo = mirrorOf(fix, mirrors)
  const blobs = wantedBlobs(repo, commitOf(fix, side), fix, mode)
  const texts = readBlobs(repo, blobs)
  for (const [index, { path, oid }] of blobs.entries()) {
    const text = texts[index]
    if (text === undefined) {
      if (fix.files.some(file => file.path === path)) throw new BenchError(`${repo} has no blob ${oid} for ${path}`)
      continue // a file too large for the mirror: what is generated, as a rule
    }
    const file = join(unfinished, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  renameSync(unfinished, tree)
  return tree
}

export const mirrorOf = (fix: LeakFix, mirrors: string): string => join(mirrors, fix.repo.replace('/', '+'), 'repo')

const commitOf = (fix: LeakFix, side: Side): string => (side === 'before' ? `${fix.fix}^` : fix.fix)
