import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const HOOK = `export async function load(url, context, next) { process._rawDebug('LOADED ' + url); return next(url, context) }`
const PROGRAM = `
  import { register, createRequire } from 'node:module'
  register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(HOOK)}))
  const { default: plugin } = await import(${JSON.stringify(resolve(project, 'dist/src/plugin.js'))})
  if (Object.keys(plugin.rules).length === 0) throw new Error('no rules')
  for (const path of Object.keys(createRequire(import.meta.url).cache)) process._rawDebug('LOADED ' + path)
`

it('the plugin loads neither TypeScript, nor ts-morph, nor typescript-eslint, nor the auditor\'s parser', () => {
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { cwd: project, encoding: 'utf8' })
  expect(status).toBe(0)
  const loaded = stderr.split('\n').filter(line => line.startsWith('LOADED '))
  expect(loaded.some(line => line.endsWith('dist/src/plugin.js'))).toBe(true)
  expect(loaded.filter(line => /node_modules\/(typescript|ts-morph|@ts-morph|@typescript-eslint|oxc-parser)\/|src\/parse\/(parse|parse-text|scopes|tsconfig)\.js|resolver\/ts-morph/.test(line))).toEqual([])
})
