import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { audit, type AuditResult } from '../../src/audit.ts'
import { openDiskCache } from '../../src/cache/disk-cache.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { callerOf, edited, seeded } from './random-edits.ts'

const PROGRAMS = fileURLToPath(new URL('../../fixtures/programs', import.meta.url))
const EDITS = 10

// every third program, for time
const domains = readdirSync(PROGRAMS, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name).sort().filter((_, index) => index % 3 === 0)

/** How many of all audits took their verdicts from the cache: none would show that nothing is tested. */
const reuse = { judgements: 0, audits: 0 }

test.each(domains.map((domain, index) => ({ domain, seed: index + 1 })))('$domain: after any edit, an audit with a cache says what one without says', async ({ domain, seed }) => {
  const next = seeded(seed), cwd = temporaryFolder(), folder = temporaryFolder()
  const variants = readdirSync(join(PROGRAMS, domain)).sort()
  cpSync(join(PROGRAMS, domain, variants[next(variants.length)]!), cwd, { recursive: true })
  const sources = () => (readdirSync(cwd, { recursive: true, encoding: 'utf8' })).filter(name => /\.[cm]?[jt]s$/.test(name)).sort()
  let undo: { readonly path: string; readonly text: string } | undefined
  for (let step = 0; step < EDITS; step++) {
    const cache = openDiskCache({ folder, tool: 'test' })
    const options = { cwd, paths: ['.'], minConfidence: 'possible' } as const
    const cached = await audit(options, { cache })
    expect(cache.save()).toEqual([])
    reuse.audits += 1
    if (cached.stats.isJudgementKnown) reuse.judgements += 1
    expect(said(cached)).toBe(said(await audit(options)))
    undo = change(next, cwd, sources(), undo)
  }
})

test('many of these edits leave the verdicts standing', () => {
  expect(reuse.judgements).toBeGreaterThan(reuse.audits / 6)
})

function said({ stats, ...rest }: AuditResult): string {
  return JSON.stringify({ ...rest, files: stats.files, lines: stats.lines, unresolvedCalls: stats.unresolvedCalls })
}

/** Edits a file, adds one that calls another, takes it away, touches nothing, or undoes what was done last. */
function change(next: (below: number) => number, cwd: string, files: readonly string[], undo: { readonly path: string; readonly text: string } | undefined): typeof undo {
  const what = next(10), path = join(cwd, files[next(files.length)]!), text = readFileSync(path, 'utf8')
  if (what === 0) return undo
  if (what === 1 && undo !== undefined) {
    writeFileSync(undo.path, undo.text)
    return undefined
  }
  if (what === 2) {
    const caller = callerOf(`./${files[next(files.length)]!.split('/').at(-1)!.replace(/\.ts$/, '.js')}`, text)
    if (caller !== undefined) writeFileSync(join(path, '..', 'caller.ts'), caller)
    return undo
  }
  if (what === 3) {
    rmSync(join(path, '..', 'caller.ts'), { force: true })
    return undo
  }
  writeFileSync(path, edited(text, next))
  return { path, text }
}
