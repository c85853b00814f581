import type { Hold } from './hold.ts'
import { literalOf } from './listener-removal.ts'

/** A listener on `process` itself. */
export const isProcess = ({ place: { root, path } }: Hold): boolean => root.kind === 'global' && root.name === 'process' && path.length === 0

/** `process.stdin`: there is one, and who reads it reads it for the whole process. */
const isStandardStream = ({ place: { root, path } }: Hold): boolean => root.kind === 'global' && root.name === 'process' && /^std(in|out|err)$/.test(path[0] ?? '')

/** A hook into the end of the process, which programs set when they start: one in a function that others call is theirs to call once. */
export const isProcessHook = (hold: Hold): boolean => hold.resource === 'listener' && (isStandardStream(hold) || isProcess(hold) && HOOK.test(literalOf(hold.key) ?? 'SIG'))

/** One whose name stands in a list is a signal. */
const HOOK = /^(SIG[A-Z0-9]*|exit|beforeExit|uncaughtException|uncaughtExceptionMonitor|unhandledRejection|warning|message|disconnect)$/
