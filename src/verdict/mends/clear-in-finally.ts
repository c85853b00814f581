import type { Program } from '../../link/program.ts'
import { callAt, functionAt } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { freeName, isTypeScript } from './names.ts'

/**
 * `Promise.race([work, new Promise((_, reject) => setTimeout(reject, 1000))])`: gives the timer a name, and clears it in a `.finally()` of the
 * race.
 */
export function clearInFinally({ types }: Program, { hold }: Defect): Mend | undefined {
  const { call, fn, handle } = hold, { file } = fn
  if (call === undefined || handle !== undefined || hold.resource !== 'timeout' || callAt(call).result !== 'dropped' && callAt(call).result !== 'returned') return undefined
  const [passed, ...others] = types.passedAt(fn), race = passed === undefined || others.length > 0 || passed.call.file !== file ? undefined : raceOf(file, callAt(passed.call).value)
  const name = freeName(file, 'timer', 'deadline', 'timeoutId')
  if (race === undefined || name === undefined) return undefined
  const { at, end, result } = callAt(call), isBody = result === 'returned' && functionAt(fn).end === end
  if (result === 'returned' && !isBody) return undefined
  return {
    description: 'Clear the timer when the race is over',
    edits: [
      { kind: 'before statement', at: race.at, text: [`let ${name}${isTypeScript(file) ? ': NodeJS.Timeout | undefined' : ''}`] },
      { kind: 'replace', start: at, end: at, text: [isBody ? `{ ${name} = ` : `${name} = `] },
      ...isBody ? [{ kind: 'replace' as const, start: end, end, text: [' }'] }] : [],
      { kind: 'replace', start: race.end, end: race.end, text: [`.finally(() => clearTimeout(${name}))`] },
    ],
  }
}

/** `Promise.race([…, promise, …])`. */
function raceOf(file: Defect['hold']['fn']['file'], promise: number): { readonly at: number; readonly end: number } | undefined {
  const list = file.values.findIndex(value => value.kind === 'array' && value.elements.includes(promise))
  return file.calls.find(({ args, callee }) => {
    const called = file.values[callee]!, object = called.kind === 'member' ? file.values[called.object]! : undefined
    return args[0] === list && called.kind === 'member' && called.property === 'race' && object?.kind === 'global' && object.name === 'Promise'
  })
}

