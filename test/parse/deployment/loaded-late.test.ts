import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'

const project = resolve(import.meta.dirname, '../../..')
const HOOK = `export async function load(url, context, next) { process._rawDebug('LOADED ' + url); return next(url, context) }`

/** Which parsers of deployment files an audit loads. */
function loadedBy(options: object): readonly string[] {
  const cwd = temporaryFolder({ 'package.json': '{}', 'server.js': '', Dockerfile: 'FROM node', 'compose.yaml': 'services: {}' })
  const program = `
    import { register, createRequire } from 'node:module'
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(HOOK)}))
    const { audit } = await import(${JSON.stringify(resolve(project, 'dist/src/audit.js'))})
    await audit(${JSON.stringify({ cwd, paths: ['.'], ...options })})
    for (const path of Object.keys(createRequire(import.meta.url).cache)) process._rawDebug('LOADED ' + path)
  `
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: project, encoding: 'utf8' })
  expect([status, stderr.includes('LOADED ')]).toEqual([0, true])
  return ['yaml', 'jsonc-parser', 'dockerfile-ast'].filter(name => stderr.includes(`/node_modules/${name}/`))
}

test('an audit that asks for no deployment files loads no parser of theirs', () => {
  expect(loadedBy({})).toEqual([])
})

test('one that does loads them', () => {
  expect(loadedBy({ rules: ['no-masked-leak'] })).toEqual(['yaml', 'jsonc-parser', 'dockerfile-ast'])
})
