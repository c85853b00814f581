/** Where a value stands at a call: `arg[1].signal` is the member `signal` of the second argument. */
export interface AccessPath {
  readonly root: PathRoot
  /** Members read from the root, outermost last: `arg[0].options.handler` has `['options', 'handler']`; `*` is every member. */
  readonly members: readonly string[]
}

export type PathRoot =
  /** The receiver of the call; its result; what keeps handles and timers alive. */
  | { readonly kind: 'this' | 'return' | 'process' }
  | { readonly kind: 'arg'; readonly index: number | 'last' }
  /** `arg[1..]`: every argument from that index on. */
  | { readonly kind: 'args'; readonly from: number }
  /** A parameter of the function that the model calls. */
  | { readonly kind: 'param'; readonly index: number }

/** What may end a hold without a release call, besides an option given at an access path. */
export const ENDINGS = ['first-event', 'fires', 'done', 'idle', 'collected'] as const
export type Ending = (typeof ENDINGS)[number]

/** What an entry row may call, besides a function at an access path. */
export const CALL_TARGETS = ['decorated', 'implemented', 'export'] as const
export type CallTarget = (typeof CALL_TARGETS)[number]

/** Reads `arg[1].signal`, `return`, `this`, `process`, `arg[last]`, `arg[1..]`, `param[0]`. Throws on anything else, naming it. */
export function parseAccessPath(text: string): AccessPath {
  const [rootText = '', ...members] = splitMembers(text)
  const root = rootOf(rootText)
  if (root === undefined) throw new Error(`Access path '${text}': '${rootText}' is none of this, return, process, arg[0], arg[last], arg[0..], param[0].`)
  const bad = members.find(member => !MEMBER.test(member))
  if (bad !== undefined) throw new Error(`Access path '${text}': '${bad}' is not a member name.`)
  return { root, members }
}

/** Reads one item of an acquire row's `endsBy`. */
export function parseEnding(text: string): AccessPath | Ending {
  return ENDINGS.find(ending => ending === text) ?? parseAccessPath(text)
}

/** Reads an entry row's `calls`. */
export function parseCallTarget(text: string): AccessPath | CallTarget {
  return CALL_TARGETS.find(target => target === text) ?? parseAccessPath(text)
}

/** `*` is every member. */
const MEMBER = /^(?:\*|[\p{ID_Start}$_][\p{ID_Continue}$]*)$/u

/** `arg[1..].x` has dots inside the brackets, so members are split off behind the bracket only. */
function splitMembers(text: string): string[] {
  const bracket = text.indexOf(']') + 1
  const [first = '', ...members] = text.slice(bracket).split('.')
  return [text.slice(0, bracket) + first, ...members]
}

function rootOf(text: string): PathRoot | undefined {
  if (text === 'this' || text === 'return' || text === 'process') return { kind: text }
  const match = /^(arg|param)\[(?:(\d+)(\.\.)?|(last))\]$/.exec(text)
  if (match === null) return undefined
  const [, kind, digits, rest, last] = match
  const index = Number(digits)
  if (kind === 'param') return rest === undefined && last === undefined ? { kind, index } : undefined
  if (rest !== undefined) return { kind: 'args', from: index }
  return { kind: 'arg', index: last === undefined ? index : 'last' }
}
