import { UsageError } from '../verdict/audit-result.ts'
import type { AddCommand } from './command.ts'

/** `leak-audit mcp`: answers until its client leaves. Standard output belongs to the protocol. */
export const addMcpCommand: AddCommand = (program, { version, rules }) => {
  program.command('mcp').description('answer a coding agent over the Model Context Protocol, on standard input and output')
    .helpOption('--help', 'print this text')
    .action(async () => {
      const { serve } = await import('./mcp/serve.ts').catch(lackOfSdk)
      await serve({ version, rules })
    })
}

const SDK = '@modelcontextprotocol/server'

/** It is as large as a third of all else that the package needs, so only who uses it installs it. */
function lackOfSdk(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes(SDK)) throw error
  throw new UsageError(`mcp needs the package ${SDK} beside this one: npm install --save-dev ${SDK}`, { cause: error })
}
