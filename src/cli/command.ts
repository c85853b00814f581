import type { Command } from 'commander'

/** What a command of the command line is given beside its own arguments. */
export interface CommandContext {
  readonly version: string
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
  /** Says what the process ends with; 0 where nobody does. */
  exitWith(code: number): void
}

/** Adds a command, with its options and what it does, to the program. Each is a file of its own. */
export type AddCommand = (program: Command, context: CommandContext) => void
