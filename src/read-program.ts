import { noCache, type AuditCache } from './cache/audit-cache.ts'
import { cacheKey } from './cache/cache-key.ts'
import { nobody, type AuditObserver } from './audit-observer.ts'
import { collectFacts } from './facts/collect-facts.ts'
import type { FileFacts } from './facts/file-facts.ts'
import { lazy } from './link/lazy.ts'
import { link } from './link/link.ts'
import type { Program } from './link/program.ts'
import type { Resolver } from './link/resolver/resolver.ts'
import { createTsMorphResolver, type TsMorphResolver } from './link/resolver/ts-morph.ts'
import { builtInRows } from './models/index.ts'
import { createModels } from './models/lookup.ts'
import { parse } from './parse/parse.ts'
import type { ProjectFacts } from './parse/parsed-file.ts'
import type { AuditError, AuditOptions } from './verdict/audit-result.ts'

/** The files of a program, read; facts that a cache knows are fetched when they are asked for, and nothing is linked before somebody asks. */
export interface ReadProgram {
  /** By name. */
  readonly files: readonly ReadFile[]
  readonly errors: readonly AuditError[]
  readonly project: ProjectFacts
  /** How many files were not parsed, as their facts were known. */
  readonly known: number
  readonly resolver: TsMorphResolver
  /** The program, which puts its questions to this resolver. */
  link(resolver: Resolver): Program
}

export interface ReadFile {
  readonly file: string
  /** The key of its name and text. */
  readonly source: string
  /** @throws LostFacts */
  facts(): FileFacts
}

/** The cache had the facts of a file, and has them no more. */
export class LostFacts extends Error {
  override readonly name = 'LostFacts'
}

/** Reads the files of a program, and collects the facts that the cache does not know. @throws UsageError when there is nothing to read. */
export async function readProgram(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores' | 'models'>, cache: AuditCache = noCache, observer: AuditObserver = nobody): Promise<ReadProgram> {
  const sources = new Map<string, string>()
  const { count, files: parsed, errors, leftOut, project } = await parse(options, ({ file, text, isNamed }) => {
    const source = cacheKey([file, String(isNamed), text])
    sources.set(file, source)
    return cache.hasFacts(source)
  })
  observer.stage('read', count)
  const files: ReadFile[] = []
  let known = 0
  for await (const source of parsed) {
    files.push('ast' in source ? collected(source.file, collectFacts(source)) : fetched(source.file))
    observer.file(source.file, 'ast' in source ? 'parsed' : 'facts from the cache')
    observer.step()
  }
  for (const file of leftOut) observer.file(file, 'not audited: minified, bundled or no text; name it to audit it')
  for (const { file, message } of errors) observer.file(file, `not audited: ${message}`)
  const resolver = createTsMorphResolver({ cwd: options.cwd, files: files.map(({ file }) => file), tsconfigs: project.tsconfigs })
  return { files, errors, project, known, resolver, link: asked => link(files.map(file => file.facts()), project, createModels(builtInRows, options.models), asked, 'whole program') }

  function collected(file: string, facts: FileFacts): ReadFile {
    const source = sources.get(file)!
    cache.keepFacts(source, facts)
    return { file, source, facts: () => facts }
  }

  function fetched(file: string): ReadFile {
    known += 1
    const source = sources.get(file)!
    return {
      file, source,
      facts: lazy(() => {
        const facts = cache.factsOf(source)
        if (facts === undefined) throw new LostFacts(file)
        return facts
      }),
    }
  }
}
