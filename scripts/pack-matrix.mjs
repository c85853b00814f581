// Packs the package and installs it, from the registry, into an empty project beside each linter and each TypeScript that it should work with;
// a peer conflict fails the install. Then the linter and the auditor each have to tell a leak from its mend. Prints the table of
// docs/compatibility.md; exits with 1 when a combination does not work. It needs the network, so it is no part of npm test.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LINTERS = [
  { name: 'ESLint 9', installs: ['eslint@9'], lint: ['eslint'] },
  { name: 'ESLint 10', installs: ['eslint@10'], lint: ['eslint'] },
  { name: 'oxlint', installs: ['oxlint@1'], lint: ['oxlint'] },
]
// typescript-eslint, which reads TypeScript for ESLint, knows no TypeScript 7 yet: there ESLint lints the JavaScript of the project
const TYPESCRIPTS = [
  { version: '5.9', hasParser: true },
  { version: '6', hasParser: true },
  { version: '7', hasParser: false },
]

const root = join(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'pack-matrix-'))
try {
  const tarball = pack()
  const rows = LINTERS.flatMap(linter => TYPESCRIPTS.map(typescript => tried(linter, typescript, tarball)))
  console.log(`\nPackage: ${Math.ceil(statSync(tarball).size / 1024)} KB packed.\n`)
  console.log('| linter | TypeScript | parser of TypeScript | install | linter | leak-audit |\n| --- | --- | --- | --- | --- | --- |')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
  if (rows.some(row => row.some(cell => cell.startsWith('fails')))) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}

function pack() {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  return join(work, filename)
}

function tried(linter, { version, hasParser }, tarball) {
  const folder = join(work, `${linter.installs[0]}-${version}`), isEslint = linter.lint[0] === 'eslint'
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const parser = isEslint && hasParser ? ['typescript-eslint@8'] : []
  console.error(`${linter.name} with TypeScript ${version} …`)
  const install = run(folder, 'npm', ['install', '--strict-peer-deps', '--no-audit', '--no-fund', '--save-dev', tarball, `typescript@${version}`, ...linter.installs, ...parser])
  const installed = name => JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
  if (install.status !== 0) return [linter.name, version, '', `fails: ${install.output.match(/npm error (.*)/)?.[1]}`, '', '']
  const extension = isEslint && !hasParser ? 'js' : 'ts'
  writeProgram(folder, extension, parser.length > 0)
  return [
    `${linter.lint[0]} ${installed(linter.lint[0])}`,
    installed('typescript'),
    !isEslint ? 'its own' : parser.length > 0 ? `typescript-eslint ${installed('typescript-eslint')}` : 'none: JavaScript only',
    /peer|ERESOLVE/i.test(install.output) ? 'fails: peer conflict' : 'no conflict',
    verdictOn(folder, 'npx', ['--no-install', ...linter.lint, `leaky.${extension}`, `mended.${extension}`], extension),
    verdictOn(folder, 'npx', ['--no-install', 'leak-audit'], extension),
  ]
}

/** One leak that one file proves, its mend beside it, and the configuration of both linters. */
function writeProgram(folder, extension, hasParser) {
  const handler = body => `import { EventEmitter } from 'node:events'\nimport express from 'express'\n\nconst bus = new EventEmitter()\nconst app = express()\n\napp.get('/stream', (req, res) => {\n${body}\n})\n\nexport { app, bus }\n`
  const parameter = extension === 'ts' ? '(text: string)' : 'text'
  writeFileSync(join(folder, `leaky.${extension}`), handler(`  bus.on('message', ${parameter} => res.write(text))`))
  writeFileSync(join(folder, `mended.${extension}`), handler(`  const onMessage = ${parameter} => res.write(text)\n  bus.on('message', onMessage)\n  res.on('close', () => bus.off('message', onMessage))`))
  writeFileSync(join(folder, 'eslint.config.js'), [
    "import leakAudit from 'eslint-plugin-leak-audit'",
    ...(hasParser ? ["import tseslint from 'typescript-eslint'"] : []),
    'export default [',
    ...(hasParser ? ["  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },"] : []),
    '  leakAudit.configs.recommended,',
    ']\n',
  ].join('\n'))
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ jsPlugins: ['eslint-plugin-leak-audit'], categories: { correctness: 'off' }, rules: { 'leak-audit/no-unreleased-listener': 'error' } }))
}

function verdictOn(folder, command, args, extension) {
  const { status, output } = run(folder, command, args)
  if (status !== 1 || !/no-unreleased-listener/.test(output)) return `fails: ${output.trim().split('\n').at(-1)}`
  return output.includes(`mended.${extension}`) ? 'fails: the mend is reported' : 'finds the leak'
}

function run(cwd, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  return { status, output: stdout + stderr }
}
