import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Finding } from '../src/verdict/finding.ts'
import { gitEnvironment } from './scratch-repository.ts'

export const program = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url))

export interface Run { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the built command line, without colour. */
export function leakAudit(args: readonly string[], cwd: string, variables: NodeJS.ProcessEnv = {}): Run {
  const env = { ...gitEnvironment, FORCE_COLOR: undefined, NO_COLOR: '1', ...variables }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', env })
  return { status, stdout, stderr }
}

export interface Sites { readonly status: number | null; readonly findings: readonly string[]; readonly baselined: readonly string[]; readonly stderr: string }

/** What is found where: `src/server.ts:4`. */
export function sitesOf(args: readonly string[], cwd: string, variables: NodeJS.ProcessEnv = {}): Sites {
  const { status, stdout, stderr } = leakAudit([...args, '--format', 'json'], cwd, variables)
  if (stdout === '') throw new Error(stderr)
  const { findings, baselined } = JSON.parse(stdout) as Readonly<Record<'findings' | 'baselined', readonly Finding[]>>
  const siteOf = ({ file, line }: Finding): string => `${file}:${line}`
  return { status, findings: findings.map(siteOf), baselined: baselined.map(siteOf), stderr }
}
