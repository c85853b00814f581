import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { type Expectation, expectationsIn, expectationsOf } from '../bench/prove/expectations.ts'
import { rules } from '../rules/index.ts'
import { audit } from '../src/audit.ts'
import { loadConfig } from '../src/parse/config.ts'
import type { Finding } from '../src/verdict/finding.ts'

const PROGRAMS = fileURLToPath(new URL('../fixtures/programs', import.meta.url))
const counts = { leak: 0, ok: 0, missed: 0, 'false-alarm': 0 }

test.each(casesOf(PROGRAMS))('%s: each line is reported as it says', async program => {
  const cwd = join(PROGRAMS, program)
  const expectations = expectationsOf(cwd)
  for (const { kind } of expectations) counts[kind] += 1
  // a program may ask, as any project may, for what is only possible
  const { minConfidence = 'likely' } = await loadConfig(cwd, undefined, [...RULE_IDS])
  const { findings, errors } = await audit({ cwd, paths: ['.'], minConfidence, also: [program.split('/')[0]!] })
  expect(errors).toEqual([])
  expect([...disappointed(expectations, findings), ...unexpected(expectations, findings)]).toEqual([])
})

test('an expectation names a rule that exists', () => {
  const named = casesOf(PROGRAMS).flatMap(program => expectationsOf(join(PROGRAMS, program)).flatMap(({ rule }) => rule ?? []))
  expect(named.filter(rule => !RULE_IDS.has(rule))).toEqual([])
})

test('a comment that has a line for itself is about the next one, in the syntax of the file', () => {
  const at = (file: string, text: string) => expectationsIn(file, text).map(({ kind, line }) => [kind, line])
  expect(at('feed.ts', 'bus.on(x) // leak: no-unbounded-cache\nbus.off(x)')).toEqual([['leak', 1]])
  expect(at('Dockerfile', '# leak: no-masked-leak\nCMD ["node", "."]')).toEqual([['leak', 2]])
  expect(at('package.json', '  "//": "ok",\n  "start": "node ."')).toEqual([['ok', 2]])
})

test('a known mistake says why it is made', () => {
  expect(() => expectationsIn('feed.ts', 'bus.on(x) // missed: no-unbounded-cache')).toThrow('feed.ts:1: say why, in brackets')
})

afterAll(() => {
  console.log(`fixtures/programs: ${counts.leak} lines leak, ${counts.ok} do not; ${counts.missed} are missed, ${counts['false-alarm']} are false alarms`)
})

/** `chat-room/leaky`, `no-unbounded-cache/mended`, …: the folders two levels below. */
function casesOf(folder: string): readonly string[] {
  const foldersIn = (path: string) => readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
  return foldersIn(folder).flatMap(domain => foldersIn(join(folder, domain)).map(name => `${domain}/${name}`))
}

function disappointed(expectations: readonly Expectation[], findings: readonly Finding[]): readonly string[] {
  return expectations.flatMap(expectation => {
    const isFound = findings.some(finding => isAt(finding, expectation) && finding.rule === expectation.rule)
    const complaint = complaintOf(expectation, isFound)
    return complaint === undefined ? [] : [`${expectation.file}:${expectation.line} ${complaint}`]
  })
}

function complaintOf({ kind, rule }: Expectation, isFound: boolean): string | undefined {
  switch (kind) {
    case 'ok': return undefined
    case 'leak': return isFound ? undefined : `${rule}: leaks, and is not reported`
    case 'missed': return isFound ? `${rule}: is found now; promote "// missed: ${rule}" to "// leak: ${rule}"` : undefined
    case 'false-alarm': return isFound ? undefined : `${rule}: is silent now; promote "// false-alarm: ${rule}" to "// ok"`
  }
}

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(rule => rule.id))

/** Findings on lines that say `ok`, another rule, or nothing. */
function unexpected(expectations: readonly Expectation[], findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(finding => !expectations.some(expectation => isAt(finding, expectation) && finding.rule === expectation.rule))
    .map(finding => `${finding.file}:${finding.line} ${finding.rule}: does not leak, and is reported: ${finding.message}`)
}

const isAt = (finding: Finding, { file, line }: Expectation): boolean => finding.file === file && finding.line === line
