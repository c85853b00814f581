import type { FileFacts } from '../../facts/file-facts.ts'
import type { Program } from '../../link/program.ts'
import { refTo } from '../../link/refs.ts'
import type { EventKind } from '../finding.ts'
import { isBelow } from './packages.ts'

/** Events that come from outside, for as long as the process runs. */
const TRAFFIC: ReadonlySet<EventKind> = new Set(['request', 'connection', 'message', 'job'])
const LISTENING: ReadonlySet<string> = new Set(['listen', 'createServer', 'serve'])

/** Whether the sources below a folder serve: a script that runs and ends needs no means to look into its memory. */
export function serves(program: Program, folder: string): boolean {
  return program.files.some(file => !file.isTest && isBelow(file.file, folder) && (listens(program, file) || file.functions.some(({ id }) => TRAFFIC.has(program.events.of(refTo(file, id)).kind))))
}

/** Some library's: a method of the program itself may listen to anything. */
function listens({ graph }: Program, file: FileFacts): boolean {
  return file.calls.some(({ id, callee }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && LISTENING.has(called.property) && graph.calleesOf(refTo(file, id)).length === 0
  })
}
