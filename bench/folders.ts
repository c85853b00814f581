import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of this project's package.json; the same from `bench/` and from `dist/bench/`. */
export const projectRoot = nearestPackage(import.meta.dirname)
/** Everything that can be made again; ignored by git. */
export const workFolder = join(projectRoot, 'bench/.work')
/** Published packages, unpacked; ignored by git. */
export const corpusFolder = join(projectRoot, 'bench/.corpus')
/** The auditor's command line, as `npm run build` leaves it. */
export const builtCli = join(projectRoot, 'dist/src/cli.js')

function nearestPackage(dir: string): string {
  if (existsSync(join(dir, 'package.json'))) return dir
  return nearestPackage(dirname(dir))
}
