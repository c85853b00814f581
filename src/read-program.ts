import { collectFacts } from './facts/collect-facts.ts'
import type { FileFacts } from './facts/file-facts.ts'
import { link } from './link/link.ts'
import { createTsMorphResolver } from './link/resolver/ts-morph.ts'
import { builtInRows } from './models/index.ts'
import { createModels } from './models/lookup.ts'
import { parse } from './parse/parse.ts'
import type { AuditOptions } from './verdict/audit-result.ts'

/** Parses, collects facts and links. `lap` hears of the end of each stage. @throws UsageError when there is nothing to read. */
export async function readProgram(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores' | 'models'>, lap: (stage: string) => void = () => {}) {
  const { files, errors, project } = await parse(options)
  const facts: FileFacts[] = []
  for await (const file of files) facts.push(collectFacts(file))
  lap('parse and facts')
  const resolver = createTsMorphResolver({ cwd: options.cwd, files: facts.map(file => file.file), tsconfigs: project.tsconfigs })
  const program = link(facts, project, createModels(builtInRows, options.models), resolver, 'whole program')
  lap('link')
  return { program, errors, notices: project.notices, resolver }
}
