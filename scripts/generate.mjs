// Writes what is derived from the rules, the model rows and the measurements: the rule table of README.md, docs/models.md, docs/proof.md,
// the measured cost in the page of each rule, the index of the library files, and the schema of the configuration. Run it after a build.
// With --check it writes nothing and exits with 1 when a file is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { proofPages } from '../dist/bench/prove/proof-page.js'
import { rules } from '../dist/rules/index.js'
import { configJsonSchema } from './config-json-schema.mjs'
import { indexOfModels, libraryNames } from './index-models.mjs'

const INTRODUCTION = `What each library call does to lifetimes, printed from \`src/models/libraries\` by \`npm run generate\`. The words are those of the
[glossary](glossary.md); the fields are those of \`src/models/row.ts\`.`

const builtInRows = (await Promise.all(libraryNames().map(name => import(`../dist/src/models/libraries/${name}.js`)))).flatMap(module => module.default)

const proof = await proofPages()

const pages = [
  { file: 'src/models/index.ts', text: indexOfModels() },
  { file: 'schema/config.schema.json', text: configJsonSchema() },
  { file: 'README.md', text: withRuleTable(readFileSync('README.md', 'utf8')) },
  { file: 'docs/models.md', text: modelsPage() },
  { file: 'docs/proof.md', text: proof.page },
  ...rules.map(({ id }) => ({ file: `docs/rules/${id}.md`, text: withMeasured(id) })),
]
const stale = pages.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
const isCheck = process.argv.includes('--check')
for (const { file, text } of stale) {
  if (isCheck) console.error(`${file} is out of date: run npm run build && npm run generate`)
  else writeFileSync(file, text)
}
if (isCheck && stale.length > 0) process.exitCode = 1

function withRuleTable(readme) {
  const rows = rules.map(({ id, summary, preset }) => [`[\`${id}\`](docs/rules/${id}.md)`, summary, preset])
  const marked = /(?<=<!-- rules:start -->\n)[^]*(?=<!-- rules:end -->)/
  if (!marked.test(readme)) throw new Error('README.md has no rules:start and rules:end markers')
  return readme.replace(marked, () => table(['rule', 'what it reports', 'preset'], rows))
}

function withMeasured(rule) {
  const marked = /(?<=<!-- measured:start -->\n)[^]*(?=<!-- measured:end -->)/
  const page = readFileSync(`docs/rules/${rule}.md`, 'utf8')
  if (!marked.test(page)) throw new Error(`docs/rules/${rule}.md has no measured:start and measured:end markers`)
  return page.replace(marked, () => `\n${proof.blockOf(rule)}\n`)
}

function modelsPage() {
  const packageOf = row => row.symbol.slice(0, row.symbol.indexOf('#'))
  const sections = [...new Set(builtInRows.map(packageOf))].sort().map(name => {
    const rows = builtInRows.filter(row => packageOf(row) === name)
    return `## ${name}\n\n${table(['symbol', 'role', 'what the row says', 'why'], rows.map(modelCells))}`
  })
  return `# Models\n\n${INTRODUCTION}\n\n${sections.join('\n')}`
}

function modelCells({ symbol, role, note, reason, ...fields }) {
  const said = Object.entries(fields).map(([name, value]) => `${name} \`${typeof value === 'string' ? value : JSON.stringify(value)}\``)
  return [`\`${symbol.slice(symbol.indexOf('#') + 1)}\``, role, said.join(', '), [reason, note].filter(Boolean).join(' ')]
}

function table(head, rows) {
  const line = cells => `| ${cells.map(cell => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
