import type { Coverage, EventKind, Finding, Lifetime, PathStep, Site } from '../verdict/finding.ts'

export const LIVES: Readonly<Record<Lifetime, string>> = {
  call: 'lives as long as the call',
  event: 'lives as long as the event',
  connection: 'lives as long as the connection',
  instance: 'lives as long as its instance',
  process: 'lives as long as the process',
  unknown: 'lifetime unknown',
}

export const COVERED: Readonly<Record<Coverage, string>> = {
  'every-exit': 'on every exit',
  'some-exits': 'on some exits only',
  ineffective: 'has no effect',
  never: 'none',
}

/** Kinds of event whose entry points have names. */
const NAMED: ReadonlySet<EventKind> = new Set(['request', 'connection', 'message', 'job'])

/** Where it begins and the calls that lead to the acquire: `src/a.ts:12 → subscribe() src/b.ts:8`. */
export function chainText(path: readonly PathStep[], site: Pick<Site, 'file' | 'line'>): string {
  const entry = path.find(step => step.role === 'entry')
  return [
    ...(entry === undefined ? [] : [placeOf(entry)]),
    ...path.filter(step => isBetween(step, site)).map(step => `${step.text} ${placeOf(step)}`),
  ].join(' → ')
}

/** The acquire is the headline already, unless it stands elsewhere; a release step belongs to the release line. */
function isBetween(step: PathStep, finding: Pick<Site, 'file' | 'line'>): boolean {
  if (step.role === 'acquire') return step.file !== finding.file || step.line !== finding.line
  return step.role === 'call'
}

/** `GET /stream` is a name, and gets the kind of event before it; `every tick of the interval` says it already. */
export function eventLabel({ event, text }: PathStep & { readonly event?: EventKind }): string {
  const isName = event !== undefined && NAMED.has(event) && !text.startsWith('every ')
  return oneLine(isName ? `${event}: ${text}` : text)
}

/** Which exits release, what was tried where, and what would: `on some exits only: members.delete(…) src/rooms.ts:12. Release it on every exit`. */
export function releaseText({ release, path }: Pick<Finding, 'release' | 'path'>): string {
  const tried = path.filter(step => step.role === 'release').map(step => `${step.text} ${placeOf(step)}`)
  const coverage = COVERED[release.coverage] + (tried.length === 0 ? '' : `: ${tried.join(', ')}`)
  return `${coverage}. ${release.hint}`.trimEnd()
}

/** A step as a sentence of its own, for readers that show one at a time. */
export function stepText(step: PathStep): string {
  switch (step.role) {
    case 'entry': return `runs ${step.text.startsWith('every ') ? 'for' : 'per'} ${eventLabel(step)}`
    case 'call': return `calls ${oneLine(step.text)}`
    case 'acquire': return `holds: ${oneLine(step.text)}`
    case 'release': return `releases: ${oneLine(step.text)}`
  }
}

export function placeOf({ file, line }: Pick<Site, 'file' | 'line'>): string {
  return `${file}:${line}`
}

/** Source text may span lines or hold escape sequences; a report line holds neither. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\u0000-\u001f\u007f-\u009f\u2028\u2029]\s*/g, ' ').trim()
}
