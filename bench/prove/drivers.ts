import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CASES, type Case, type Driver } from './driver.ts'
import { programsFolder } from './run-programs.ts'

/** A folder of `fixtures/programs`, with its cases and how they are driven. */
export interface DrivenProgram {
  readonly program: string
  readonly cases: readonly Case[]
  readonly driver: Driver
}

/** All folders of `fixtures/programs`; one without a file in `drivers` is driven in no case. */
export async function drivenPrograms(): Promise<readonly DrivenProgram[]> {
  const written = new Set(readdirSync(join(import.meta.dirname, 'drivers')).map(file => /^([\w-]+)\.[jt]s$/.exec(file)?.[1]).filter(name => name !== undefined))
  const programs = readdirSync(programsFolder).sort()
  return Promise.all(programs.map(async program => ({
    program,
    cases: CASES.filter(each => existsSync(join(programsFolder, program, each))),
    driver: written.has(program) ? (await importDriver(program)).default : {},
  })))
}

// under vitest the drivers are TypeScript, and built they are not
const importDriver = async (program: string): Promise<{ default: Driver }> =>
  await import(join(import.meta.dirname, 'drivers', `${program}.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)) as { default: Driver }
