#!/usr/bin/env node
import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Confidence } from '../src/verdict/finding.ts'
import { accuracy, type AccuracyOptions } from './accuracy/accuracy.ts'
import { MODES } from './accuracy/wanted-blobs.ts'
import { BenchError } from './bench-error.ts'
import { cache } from './cache/cache.ts'
import { compare } from './compare/compare.ts'
import { corpus, type CorpusOptions } from './corpus/corpus.ts'
import { builtCli } from './folders.ts'
import { judged } from './judged/judged.ts'
import { speed, type SpeedOptions } from './speed/speed.ts'

const CONFIDENCES = ['certain', 'likely', 'possible'] as const satisfies readonly Confidence[]

const minConfidence = (): Option => new Option('--min-confidence <c>', 'report findings of this confidence and above (default: the auditor\'s)').choices(CONFIDENCES)
const cli = (): Option => new Option('--cli <file>', 'another build of the auditor, to compare with').default(builtCli, 'dist/src/cli.js').argParser(file => resolve(file))
const jobs = (): Option => new Option('--jobs <n>', 'audits at a time').argParser(positiveInteger).default(2)

const bench = new Command('bench').description('Measures the auditor on real published code; see docs/benchmarks.md.')

bench.command('accuracy')
  .description('real leak fixes: found before the fix, silent after it')
  .requiredOption('--mirrors <dir>', 'folder with a git repository owner+name/repo for each project')
  .addOption(new Option('--mode <mode>', 'what is audited: the leaking files alone, or their package').choices(MODES).default('file'))
  .option('--manifest <file>', 'the fixes (default: bench/leak-fixes.jsonl)')
  .option('--only <id>', 'one fix')
  .option('--out <file>', 'result JSON (default: bench/.work/accuracy-MODE[-ID].json)')
  .addOption(jobs())
  .addOption(minConfidence())
  .addOption(cli())
  .option('--table', 'print Markdown for docs/accuracy.md')
  .option('--prepare-only', 'lay the trees out and audit nothing')
  .action((options: AccuracyOptions) => accuracy(options))

bench.command('corpus')
  .description('published packages: how much is reported, and at what cost')
  .option('--only <name>', 'one package')
  .option('--out <file>', 'result JSON (default, without --only: bench/.work/corpus.json)')
  .addOption(jobs())
  .addOption(minConfidence())
  .addOption(cli())
  .option('--download-only', 'fetch the packages and audit nothing')
  .action((options: CorpusOptions) => corpus(options))

bench.command('compare')
  .description('what appeared and vanished between two result files of accuracy or corpus')
  .argument('<old>')
  .argument('<new>')
  .action((old: string, now: string) => compare(old, now))

bench.command('judged')
  .description('precision of the last corpus run, by the judgements in bench/judged')
  .option('--only <name>', 'one package')
  .action((options: { readonly only?: string }) => judged(options))

bench.command('speed')
  .description('the auditor against ESLint, or the TypeScript compiler, on the same files')
  .addOption(new Option('--against <what>', 'ESLint on a package of the corpus, or the TypeScript compiler on a project with its dependencies').choices(['eslint', 'tsc']).default('eslint'))
  .option('--package <name>', 'a package of the corpus', 'ghost')
  .addOption(new Option('--runs <n>', 'runs of each; the median counts').argParser(positiveInteger).default(3))
  .option('--out <file>', 'result JSON (default: bench/.work/speed.json)')
  .action((options: SpeedOptions) => speed(options))

bench.command('cache')
  .description('a second audit, after an edit of one file, against the first')
  .option('--package <name>', 'a package of the corpus', 'ghost')
  .action((options: { readonly package: string }) => cache(options))

try {
  await bench.parseAsync()
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  console.error(`bench: ${error.message}`)
  process.exitCode = 2
}

function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it is a number from 1 up.')
  return value
}
