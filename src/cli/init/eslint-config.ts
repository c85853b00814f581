import { type FlatConfigPlaces, readFlatConfig } from '../../parse/flat-config.ts'
import type { InitProject } from './project.ts'
import { PACKAGE, type Outcome, type Step } from './step.ts'

/** The preset `recommended` in the flat configuration of ESLint: added to the one there is, or in a new one where ESLint is used. */
export const addToEslint: Step = async project => {
  const file = FILES.find(candidate => project.read(candidate) !== undefined)
  if (file !== undefined) return await edited(file, project.read(file)!)
  if (!project.dependencies.has('eslint')) return { kind: 'left-out', what: 'ESLint', why: 'not among the dependencies' }
  const shared = sharedConfig(project)
  if (shared !== undefined) return byHand(shared, 'it lies outside this folder')
  const legacy = LEGACY.find(candidate => project.read(candidate) !== undefined)
  if (legacy !== undefined) return byHand('eslint.config.js', `${legacy} is of the form that ESLint gave up, and cannot take the plugin`)
  return { kind: 'write', file: project.isModule ? 'eslint.config.js' : 'eslint.config.mjs', text: newConfig(project) }
}

const FILES = ['eslint.config.js', 'eslint.config.mjs', 'eslint.config.cjs', 'eslint.config.ts', 'eslint.config.mts', 'eslint.config.cts'] as const
const LEGACY = ['.eslintrc.json', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yml', '.eslintrc.yaml', '.eslintrc'] as const

/** ESLint looks for its configuration in the folders above too. */
function sharedConfig({ git, read }: InitProject): string | undefined {
  const depth = git === undefined || git.top === '.' ? 0 : git.top.split('/').length
  const folders = Array.from({ length: depth }, (_, index) => '../'.repeat(index + 1))
  return folders.flatMap(folder => FILES.map(file => `${folder}${file}`)).find(file => read(file) !== undefined)
}

async function edited(file: string, text: string): Promise<Outcome> {
  const found = await readFlatConfig(file, text, PACKAGE)
  if (found.kind === 'present') return { kind: 'present', where: file }
  if (found.kind === 'unknown') return byHand(file, found.missing)
  const name = ['leakAudit', 'leakAuditPlugin'].find(candidate => !found.names.includes(candidate))
  if (name === undefined) return byHand(file, 'the name leakAudit is taken')
  const after = withImport(withEntry(text, found, `${name}.configs.recommended`), found, name)
  const check = await readFlatConfig(file, after, PACKAGE)
  return check.kind === 'present' ? { kind: 'write', file, text: after } : byHand(file, 'an edit would break it')
}

/** Behind the last entry, on a line of its own where that one has it. */
function withEntry(text: string, { lastEntry, listEnd }: FlatConfigPlaces, entry: string): string {
  if (lastEntry === undefined) return spliced(text, listEnd, entry)
  const indentation = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, lastEntry.start))?.[1]
  const lineEnd = endOfLine(text, lastEntry.end)
  if (indentation === undefined || lineEnd >= listEnd) return spliced(text, lastEntry.end, `, ${entry}`)
  // a comment behind the last entry speaks of that one, so the comma goes before it and the new line behind it
  const hasComma = /^\s*(?:\/\*[^]*?\*\/\s*)*,/.test(text.slice(lastEntry.end, listEnd))
  const withLine = spliced(text, lineEnd, `${newlineOf(text)}${indentation}${entry}${hasComma ? ',' : ''}`)
  return hasComma ? withLine : spliced(withLine, lastEntry.end, ',')
}

/** All offsets of the imports lie before those of the entries, so they still hold. */
function withImport(text: string, { lastImport, startAt, module }: FlatConfigPlaces, name: string): string {
  const last = lastImport === undefined ? '' : text.slice(lastImport.start, lastImport.end)
  const quote = last.includes('"') ? '"' : '\''
  const source = `${quote}${PACKAGE}${quote}`
  // the plugin is an ES module, of which `require` gives the namespace
  const statement = (module === 'esm' ? `import ${name} from ${source}` : `const { default: ${name} } = require(${source})`) + (last.endsWith(';') ? ';' : '')
  if (lastImport === undefined) return spliced(text, startAt, `${statement}${newlineOf(text).repeat(2)}`)
  return spliced(text, lastImport.end, `${newlineOf(text)}${statement}`)
}

function newConfig({ dependencies }: InitProject): string {
  const parser = Object.entries(PARSERS).find(([name]) => dependencies.has(name))
  return [
    `import leakAudit from '${PACKAGE}'`,
    ...(parser === undefined ? [] : [`import ${parser[1].name} from '${parser[0]}'`]),
    '',
    'export default [',
    ...(parser === undefined ? [] : [`  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: ${parser[1].parser} } },`]),
    '  leakAudit.configs.recommended,',
    ']',
    '',
  ].join('\n')
}

/** What reads TypeScript for ESLint, and how its parser is named. */
const PARSERS = {
  'typescript-eslint': { name: 'tseslint', parser: 'tseslint.parser' },
  '@typescript-eslint/parser': { name: 'parser', parser: 'parser' },
} as const

function byHand(where: string, why: string): Outcome {
  return { kind: 'by-hand', where, why, lines: `import leakAudit from '${PACKAGE}'\n\nleakAudit.configs.recommended,    // an entry of the exported list` }
}

const spliced = (text: string, offset: number, added: string): string => text.slice(0, offset) + added + text.slice(offset)

const newlineOf = (text: string): string => text.includes('\r\n') ? '\r\n' : '\n'

function endOfLine(text: string, offset: number): number {
  return offset + /[^\r\n]*/.exec(text.slice(offset))![0].length
}
