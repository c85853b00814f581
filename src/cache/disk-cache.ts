import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileFacts } from '../facts/file-facts.ts'
import type { AuditCache } from './audit-cache.ts'
import { cacheKey } from './cache-key.ts'
import type { Judgement } from './judgement.ts'
import { DamagedPack, openPack, writePack, type Pack } from './pack.ts'

export interface DiskCacheOptions {
  /** Made when there is something to keep. */
  readonly folder: string
  /** What wrote it: another tool's cache is not used. */
  readonly tool: string
  /** The most that facts may take; default 512 MB. */
  readonly maxBytes?: number
}

/** More files than this are made one. */
const MANY_PACKS = 8
/** Judgements of other paths, rules or configurations that are kept beside the last one. */
const MANY_JUDGEMENTS = 8
const MAX_BYTES = 512 * 1024 * 1024

/**
 * A cache in a folder. Each save writes new files and renames them into place, so that whoever reads at the same time sees a whole file or none;
 * two who write do not know of each other, and what one of them lacks is read anew. Texts of facts are read and parsed when they are asked for.
 */
export function openDiskCache({ folder, tool, maxBytes = MAX_BYTES }: DiskCacheOptions): AuditCache {
  const notices: string[] = []
  const packs = new Map<string, Pack>()
  const packOfSource = new Map<string, string>()
  /** Sources that this audit asked for or kept: these stay when room must be made. */
  const used = new Set<string>()
  const freshFacts = new Map<string, FileFacts>()
  const freshJudgements = new Map<string, Judgement>()
  for (const name of namesIn(folder, FACTS)) {
    const pack = attempt(name, () => openPack(join(folder, name), tool))
    if (pack === undefined) continue
    packs.set(name, pack)
    for (const key of pack.keys) packOfSource.set(key, name)
  }

  /** What cannot be read is said once, and taken away. */
  function attempt<T>(name: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      close(name)
      if (isMissing(error)) return undefined // there never was one, or another process has made room
      notices.push(`the cache ${join(folder, name)} is ${error instanceof DamagedPack ? error.message : `not readable (${codeOf(error)})`}; it is not used`)
      remove(name)
      return undefined
    }
  }

  function remove(name: string): void {
    try {
      rmSync(join(folder, name), { force: true })
    } catch {
      // it is not used, wherever it stays
    }
  }

  function close(name: string): void {
    packs.get(name)?.close()
    packs.delete(name)
    for (const [source, holder] of packOfSource) if (holder === name) packOfSource.delete(source)
  }

  function textOf(source: string): string | undefined {
    const name = packOfSource.get(source)
    return name === undefined ? undefined : attempt(name, () => packs.get(name)!.read(source))
  }

  function write(name: string, texts: Iterable<readonly [string, string]>): void {
    const temporary = join(folder, `${name}.${process.pid}.tmp`)
    try {
      const file = openSync(temporary, 'wx')
      try {
        writePack(file, tool, texts)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(temporary, join(folder, name))
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  }

  /** What is new goes to a file of its own, until there are many: then what was used goes to one, and the others are removed. */
  function saveFacts(): void {
    const crowd = packs.size >= MANY_PACKS || sumOf([...packs.values()].map(pack => pack.bytes)) > maxBytes ? namesIn(folder, FACTS) : []
    const sources = crowd.length > 0 ? [...used] : [...freshFacts.keys()]
    if (sources.length === 0) return
    const name = `${cacheKey(sources)}${FACTS}`
    write(name, withinBytes(sources))
    for (const old of crowd) if (old !== name) remove(old)
  }

  function* withinBytes(sources: readonly string[]): Iterable<readonly [string, string]> {
    let room = maxBytes
    for (const source of sources) {
      const facts = freshFacts.get(source), text = facts === undefined ? textOf(source) : JSON.stringify(facts)
      if (text === undefined || (room -= text.length) < 0) continue
      yield [source, text]
    }
  }

  function saveJudgements(): void {
    for (const [program, judgement] of freshJudgements) write(`${program}${JUDGED}`, [[program, JSON.stringify(judgement)]])
    const byAge = namesIn(folder, JUDGED).map(name => ({ name, written: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.written - a.written)
    for (const { name } of byAge.slice(MANY_JUDGEMENTS)) remove(name)
  }

  return {
    hasFacts(source) {
      used.add(source)
      return packOfSource.has(source)
    },
    factsOf(source) {
      const text = textOf(source)
      return text === undefined ? undefined : JSON.parse(text) as FileFacts
    },
    keepFacts(source, facts) {
      used.add(source)
      freshFacts.set(source, facts)
    },
    judgementOf: program => attempt(`${program}${JUDGED}`, () => {
      const pack = openPack(join(folder, `${program}${JUDGED}`), tool)
      try {
        return pack?.keys.includes(program) === true ? JSON.parse(pack.read(program)) as Judgement : undefined
      } finally {
        pack?.close()
      }
    }),
    keepJudgement: (program, judgement) => { freshJudgements.set(program, judgement) },
    save() {
      try {
        if (freshFacts.size + freshJudgements.size > 0) {
          mkdirSync(folder, { recursive: true })
          removeLeftovers(folder)
          saveFacts()
          saveJudgements()
        }
      } catch (error) {
        notices.push(`the cache ${folder} cannot be written: ${codeOf(error)}`)
      }
      for (const name of [...packs.keys()]) close(name)
      return notices
    },
  }
}

const FACTS = '.facts', JUDGED = '.judged'

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

function namesIn(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith(ending)).sort()
  } catch {
    return []
  }
}

/** What a process that was killed had begun: an hour later nobody writes it any more. */
function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder, '.tmp')) {
    const path = join(folder, name), { mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > 3_600_000) rmSync(path, { force: true })
  }
}
