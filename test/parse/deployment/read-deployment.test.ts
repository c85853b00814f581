import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDeployment } from '../../../src/parse/deployment/read-deployment.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

describe('which files are read', () => {
  const read = async (cwd: string, paths: readonly string[], files: readonly string[] = [], ignores: readonly string[] = []) =>
    (await readDeployment({ cwd, paths, ignores }, files)).deployment.files.map(({ file, format }) => `${file} ${format}`)

  test('each by its name, and by what stands in it where many have such a name', async () => {
    const cwd = temporaryFolder({
      'package.json': '{}', 'Dockerfile': 'FROM node:22', 'docker/feed.Dockerfile': 'FROM node:22', 'Dockerfile.alpine': 'FROM node:22', 'Dockerfile.md': '# how to', 'Procfile': 'web: node .',
      'ecosystem.config.js': 'module.exports = { apps: [] }', 'process.json': '{ "steps": [] }', 'k8s/feed.yml': 'apiVersion: v1\nkind: Pod\n', 'docker-compose.prod.yml': 'services: {}\n',
      'locales/de.yaml': 'hello: hallo\n', 'chart/pod.yaml': 'apiVersion: v1\nkind: Pod\nspec: {{ .Values.pod }}\n', 'lib/ecosystem.ts': '', 'webpack.config.js': 'module.exports = { apps: [] }',
    })
    expect(await read(cwd, ['.'])).toEqual([
      'Dockerfile dockerfile', 'Dockerfile.alpine dockerfile', 'Procfile procfile', 'docker-compose.prod.yml compose', 'docker/feed.Dockerfile dockerfile',
      'ecosystem.config.js pm2', 'k8s/feed.yml kubernetes', 'package.json package.json',
    ])
  })

  test('neither those of developers, tests and examples, nor what is ignored or installed', async () => {
    const file = 'web: node .', cwd = temporaryFolder({
      'package.json': '{}', '.git/HEAD': '', '.gitignore': 'out/\n', 'out/Procfile': file, 'node_modules/a/Procfile': file, 'test/Procfile': file, 'examples/chat/Procfile': file, 'legacy/Procfile': file, 'app/Procfile': file,
      'Dockerfile.dev': 'FROM node', 'docker-compose.override.yml': 'services: {}', 'compose.test.yaml': 'services: {}',
    })
    expect(await read(cwd, ['.'], [], ['legacy/'])).toEqual(['app/Procfile procfile', 'package.json package.json'])
  })

  test('those beside the audited files, up to the package that they belong to', async () => {
    const file = 'web: node .', cwd = temporaryFolder({ 'package.json': '{}', Procfile: file, 'feed/package.json': '{}', 'feed/Procfile': file, 'feed/src/Procfile': file, 'feed/k8s/Procfile': file, 'feed/src/server.js': '' })
    expect(await read(cwd, ['feed/src'])).toEqual(['feed/Procfile procfile', 'feed/package.json package.json', 'feed/src/Procfile procfile'])
    expect(await read(cwd, ['feed/src/server.js'], ['feed/src/server.js'])).toEqual(['feed/Procfile procfile', 'feed/package.json package.json', 'feed/src/Procfile procfile'])
    expect(await read(join(cwd, 'feed/src'), ['.'])).toEqual(['../Procfile procfile', '../package.json package.json', 'Procfile procfile'])
  })
})

describe('a file that does not parse is an error, and the others are read', () => {
  test.each([
    ['package.json', '{\n  "scripts": }', { line: 2, column: 14, message: 'Syntax error: value expected' }],
    ['package.json', '', { line: 1, column: 1, message: 'Syntax error: value expected' }],
    ['ecosystem.config.js', 'module.exports = { apps: [ }', { line: 1, column: 28, message: 'Syntax error: Unexpected token' }],
    ['compose.yaml', 'services:\n  feed: { image: node\n', { line: 3, column: 1, message: expect.stringMatching(/^Syntax error: [^\n]+$/) as string }],
    ['pod.yaml', 'apiVersion: v1\nkind: Pod\n a: b\n', { line: 2, column: 7, message: expect.stringMatching(/^Syntax error: [^\n]+$/) as string }],
    ['Dockerfile', 'CMD ["node"]', { line: 1, column: 1, message: 'Syntax error: no FROM instruction' }],
    ['Procfile', 'web: node .\nnode server.js', { line: 2, column: 1, message: 'Syntax error: a process type, a colon and a command are expected' }],
  ])('%s: %j', async (file, text, error) => {
    const { deployment, errors } = await readDeployment({ cwd: temporaryFolder({ 'package.json': '{}', [file]: text, 'mail/Procfile': 'web: node .' }), paths: ['.'] }, [])
    expect(errors).toEqual([{ file, ...error }])
    expect(deployment.files.map(read => read.file)).toEqual(['mail/Procfile', 'package.json'].filter(other => other !== file))
  })
})

test('what is read is plain JSON', async () => {
  const cwd = temporaryFolder({ 'package.json': '{ "scripts": { "start": "node ." } }', 'compose.yaml': 'services: { feed: { image: node } }', Dockerfile: 'FROM node\nCMD node .', 'ecosystem.config.js': 'module.exports = { apps: [{ script: "a.js", cron_restart: "* * * * *" }] }' })
  const { deployment } = await readDeployment({ cwd, paths: ['.'] }, [])
  expect(deployment.files).toHaveLength(4)
  expect(JSON.parse(JSON.stringify(deployment))).toEqual(deployment)
})
