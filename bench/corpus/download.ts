import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { corpusFolder } from '../folders.ts'
import { readJson } from '../read-json.ts'
import { type PublishedPackage, unpackedFolder } from './published-package.ts'

/** Brings a package's published files here, unless that version is here already. Gives its folder; runs none of its code. */
export function download({ name, version }: PublishedPackage): string {
  const folder = unpackedFolder(name)
  if (unpackedVersion(folder) === version) return folder
  const unfinished = `${folder}.part`
  for (const stale of [folder, unfinished]) rmSync(stale, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const tarball = join(corpusFolder, pack(`${name}@${version}`))
  run('tar', ['-xzf', tarball, '-C', unfinished, '--strip-components=1', '--no-same-owner'])
  rmSync(tarball)
  renameSync(unfinished, folder)
  return folder
}

/** Gives the tarball's file name. */
function pack(spec: string): string {
  const printed = run('npm', ['pack', spec, '--json', '--ignore-scripts', '--pack-destination', corpusFolder])
  const [packed] = JSON.parse(printed) as { readonly filename: string }[]
  if (packed === undefined) throw new BenchError(`npm pack ${spec} gave no tarball`)
  return packed.filename
}

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', cwd: dirname(corpusFolder), maxBuffer: 2 ** 28 })
  if (done.status === 0) return done.stdout
  throw new BenchError(`${command} ${args.join(' ')}: ${done.error?.message ?? lastLine(done.stderr)}`)
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function unpackedVersion(folder: string): string | undefined {
  const manifest = join(folder, 'package.json')
  return existsSync(manifest) ? (readJson(manifest) as { readonly version: string }).version : undefined
}
