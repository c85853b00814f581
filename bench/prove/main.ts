#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { BenchError } from '../bench-error.ts'
import { prove, type ProveOptions } from './prove.ts'
import { librariesFolder } from './run-programs.ts'

const command = new Command('prove')
  .description('Runs the programs of fixtures/programs for real, and measures whether what they call a leak grows and what they call safe does not.')
  .argument('[pattern]', 'programs and cases whose name has this in it: no-leaky-pipe, chat-room/mended')
  .option('--sample', 'one event that leaks and one that is flat, for each rule')
  .option('--event <text>', 'events whose name has this in it')
  .option('--node <node>', 'a version that the npm package `node` has (24), or the path of a binary', process.execPath)
  .option('--out <file>', 'result JSON')
  .option('--write', 'keep the results in docs/measured.json')
  .addOption(new Option('--jobs <n>', 'processes at a time; one more than the processors, as programs wait now and then').argParser(positiveInteger).default(availableParallelism() + 1))
  .action(async (pattern: string | undefined, options: ProveOptions) => {
    if (!existsSync(librariesFolder)) throw new BenchError('the libraries of the programs are not installed: npm ci --prefix bench/prove/libraries --ignore-scripts')
    const isProven = await prove(pattern, options)
    if (!isProven) process.exitCode = 1
  })

try {
  await command.parseAsync()
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  console.error(`prove: ${error.message}`)
  process.exitCode = 2
}

function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it is a number from 1 up.')
  return value
}
