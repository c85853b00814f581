import { Option, type Command } from 'commander'
import { DEFAULT_BASELINE } from './baseline-file.ts'

/** What the command line says of findings that are not new. */
export interface OnlyNewOptions {
  /** A branch, tag or commit. */
  readonly since?: string
  readonly staged?: boolean
  /** A file; false for none; the configuration's, or the default one where it is there, when absent. */
  readonly baseline?: string | boolean
  /** A branch, tag or commit. */
  readonly baselineFrom?: string
  readonly updateBaseline?: boolean
  readonly pruneBaseline?: boolean
}

export function addOnlyNewOptions(program: Command): Command {
  return program
    .option('--since <ref>', 'report only what touches a line that changed since the work left this branch or commit')
    .addOption(new Option('--staged', 'report only what touches a staged line, and judge the files as they are staged').conflicts('since'))
    .option('--baseline <file>', `what is known already, and no reason to fail (default: ${DEFAULT_BASELINE}, where there is one)`)
    .option('--no-baseline', 'take nothing as known')
    .addOption(new Option('--baseline-from <ref>', 'take as known what is found in this branch or commit, without a file').conflicts('updateBaseline').conflicts('pruneBaseline'))
    .addOption(new Option('--update-baseline', 'write what is found now to the baseline').conflicts(['since', 'staged', 'pruneBaseline']))
    .addOption(new Option('--prune-baseline', 'take what is no longer found out of the baseline').conflicts(['since', 'staged']))
}
