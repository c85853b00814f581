import { whyText } from '../report/why.ts'
import { siteOf, withDefaultPath } from './arguments.ts'
import type { AddCommand } from './command.ts'
import { readConfig } from './read-config.ts'
import { isColorful } from './terminal.ts'

/** `leak-audit why <file>:<line> [paths...]`. */
export const addWhyCommand: AddCommand = (program, context) => {
  program.command('why').description('print what is concluded of a line, also where nothing is reported')
    .argument('<file:line>', 'a file of the program, and a line of it')
    .argument('[paths...]', 'what makes up the program (default: the current folder)')
    .helpOption('--help', 'print this text')
    .action(async (site: string, paths: readonly string[]) => {
      const options = program.opts<{ config?: string | boolean; color?: boolean }>()
      const { file, line } = siteOf(site)
      const { ignores, models } = await readConfig(options, context)
      const { why } = await import('../why.ts')
      const conclusions = await why({ cwd: process.cwd(), ignores, models, paths: withDefaultPath(paths), file, line })
      process.stdout.write(whyText({ ...conclusions, file, line }, { color: options.color ?? isColorful(process.env) }))
    })
}
