import type { FileFacts } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import { keyOfPlace } from '../link/places.ts'
import { lazy } from '../link/lazy.ts'
import { RefCache } from '../link/ref-cache.ts'
import { callAt, refTo, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isConfirmed } from './confirm.ts'
import type { Defect } from './defect.ts'
import { findHolds, type Registrations } from './find-holds.ts'
import { findReleases } from './releases.ts'
import { findingOf } from './finding-of.ts'
import type { Finding } from './finding.ts'
import type { Hold } from './hold.ts'
import { judgeBound } from './judge-bound.ts'
import { judgeCapture } from './judge-capture.ts'
import { judgeCollection } from './judge-collection.ts'
import { judgeDeadline } from './judge-deadline.ts'
import { judgeDisposer } from './judge-disposer.ts'
import { judgeHeartbeat } from './judge-heartbeat.ts'
import { emptiedPlaces, judgeKey, judgeKeyWrite } from './judge-key.ts'
import { judgeKeptPipe } from './judge-kept-pipe.ts'
import { judgeLabel } from './judge-label.ts'
import { judgeListener } from './judge-listener.ts'
import { judgeLongRace } from './judge-long-race.ts'
import { judgeOverwritten } from './judge-overwritten.ts'
import { judgePipe } from './judge-pipe.ts'
import { judgeRace } from './judge-race.ts'
import { judgeImport, judgeUncache } from './judge-reload.ts'
import { judgeResource } from './judge-resource.ts'
import { judgeTimeline } from './judge-timeline.ts'
import { judgeSilencedCall, judgeSilencedDefault } from './judge-silenced.ts'
import { judgeResponse } from './judge-response.ts'
import { judgeSharedContext } from './judge-shared-context.ts'
import { judgeSlice } from './judge-slice.ts'
import { judgeSnapshot } from './judge-snapshot.ts'
import { judgeClear, judgeTimer } from './judge-timer.ts'
import { createLargeBindings } from './large-bindings.ts'
import { learnOwedResults } from './owed-results.ts'
import { learnReturnedDisposers } from './returned-disposers.ts'
import { judgeChain, judgeLoop } from './judge-loop.ts'
import { judgeWrapper } from './judge-wrapper.ts'
import { judgeWait } from './judge-wait.ts'
import { inOrder, numbered } from './order.ts'
import type { CodeRule } from './rule.ts'
import { safe, type Verdict } from './verdict.ts'

/** Program → findings, by file and place. Tests and what the rules do not name are left out, and files of which `isAsked` says no. */
export function judge(program: Program, rules: readonly CodeRule[], isAsked?: (file: string) => boolean): readonly Finding[] {
  return finish(judgeInSteps(program, rules, isAsked))
}

/** The same; each file is a step, twice: while its holds are found, and while they are judged. */
export function* judgeInSteps(program: Program, rules: readonly CodeRule[], isAsked: (file: string) => boolean = () => true): Generator<void, readonly Finding[]> {
  const context = yield* contextInSteps(program)
  const ruleOf = new Map(rules.flatMap(rule => rule.finds.map(kind => [kind, rule] as const)))
  const defects = yield* defectsOf(context, isAsked)
  const findings = defects.flatMap(defect => {
    const rule = ruleOf.get(defect.kind)
    return rule === undefined || !isConfirmed(program, defect) ? [] : [findingOf(program, defect, rule)]
  })
  return numbered(inOrder(onePerSite(findings)))
}

export const createContext = (program: Program): Context => finish(contextInSteps(program))

function finish<Result>(steps: Generator<void, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

function* contextInSteps(program: Program): Generator<void, Context> {
  const owed = learnOwedResults(program)
  const disposers = learnReturnedDisposers(program), registrations: Registrations = new RefCache()
  const holds: Hold[] = []
  for (const file of program.files) {
    if (!file.isTest) holds.push(...findHolds(program, file, owed, disposers, registrations))
    yield
  }
  const byPlace = new Map<string, Hold[]>()
  for (const hold of holds) {
    const key = keyOfPlace(hold.place), list = byPlace.get(key)
    if (list === undefined) byPlace.set(key, [hold])
    else list.push(hold)
  }
  const emptied = lazy(() => emptiedPlaces(program))
  const context: Context = {
    program, releases: findReleases(program), owed, holds, isBrowserFile: createBrowserFiles(), holdsAt: place => byPlace.get(keyOfPlace(place)) ?? [],
    isLargeBinding: createLargeBindings(() => context), isEmptiedAt: place => emptied().has(keyOfPlace(place)),
  }
  return context
}

/** A defect is of the file whose code is judged: the files of several shards give together what all files give. */
function* defectsOf(context: Context, isAsked: (file: string) => boolean): Generator<void, readonly Defect[]> {
  const defects: Defect[] = []
  const note = (verdict: Verdict | undefined) => { if (verdict?.kind === 'leak') defects.push(verdict.defect) }
  for (const hold of context.holds) {
    if (!isAsked(hold.fn.file.file)) continue
    note(unlessTooDeep(() => {
      const verdict = verdictOf(context, hold)
      return verdict.kind === 'leak' ? verdict : judgeChain(context, hold) ?? judgeCapture(context, hold) ?? judgeSlice(context, hold) ?? judgeSharedContext(context, hold)
    }))
  }
  for (const file of context.program.files) {
    if (!file.isTest && isAsked(file.file)) for (const verdict of unlessTooDeep(() => judgeCallsOf(context, file)) ?? []) note(verdict)
    yield
  }
  return defects
}

/** Code that is too deep to follow takes no other finding with it: nothing is concluded of it. */
function unlessTooDeep<Result>(conclude: () => Result): Result | undefined {
  try {
    return conclude()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What is concluded of code that holds nothing itself: a clear of no timer, a store without a bound, a race, a handle that is overwritten. */
export function judgeCallsOf(context: Context, file: FileFacts): readonly Verdict[] {
  const clears = context.releases.timersIn(file).map(release => judgeClear(context, release))
  const calls = file.calls.flatMap(({ id }) => { const call = refTo(file, id); return OF_CALLS.map(judgeCall => judgeCall(context, call)) })
  const writes = file.writes.flatMap(({ id }) => { const write = refTo(file, id); return OF_WRITES.map(judgeWrite => judgeWrite(context, write)) })
  return [...clears, ...calls, ...writes].filter(verdict => verdict !== undefined)
}

type Judge = (context: Context, at: ValueRef) => Verdict | undefined
const OF_CALLS: readonly Judge[] = [judgeBound, judgeRace, judgeLongRace, judgePipe, judgeWait, judgeImport, judgeLoop, judgeSilencedCall, judgeResponse, judgeDeadline, judgeHeartbeat, judgeSnapshot, judgeLabel]
const OF_WRITES: readonly Judge[] = [judgeOverwritten, judgeUncache, judgeWrapper, judgeSilencedDefault, judgeKeyWrite]

/** What is concluded of one hold. */
export function verdictOf(context: Context, hold: Hold): Verdict {
  if (isOfBrowser(context, hold)) return safe('runs in a browser')
  switch (hold.resource) {
    case 'listener': return isByHandle(hold) ? judgeDisposer(context, hold) : judgeListener(context, hold)
    case 'collection': return judgeKey(context, hold) ?? judgeCollection(context, hold)
    case 'interval':
    case 'timeout': return judgeTimer(context, hold)
    case 'resource': return judgeResource(context, hold)
    case 'timeline': return judgeTimeline(context, hold)
    case 'pipe': return judgeKeptPipe(context, hold)
  }
}

/** Nothing but what the call returns takes the listener off; or what it returns is kept, and may. */
const isByHandle = ({ row, call }: Hold): boolean => row?.handle === 'return' && row.held !== 'return' && (row.key === undefined || call !== undefined && callAt(call).result !== 'dropped')

/** Code that is handed to a page speaks of `window` and `document`; so does a script that is written for one, all over. */
const isOfBrowser = (context: Context, { place: { root }, fn }: Hold): boolean => root.kind === 'global' && (root.name === 'window' || root.name === 'document') || context.isBrowserFile(fn.file)

const PAGE: ReadonlySet<string> = new Set(['document', 'window', '$', 'jQuery', 'navigator', 'localStorage'])
/** A server that renders pages, or looks whether there is a window, mentions these less often. */
const MANY_MENTIONS = 5

/** It imports nothing: what a server runs, or hands to pages, stands in modules. */
const isPlainScript = ({ imports, values }: FileFacts): boolean => imports.length === 0 && !values.some(value => value.kind === 'import')

function createBrowserFiles(): Context['isBrowserFile'] {
  const known = new Map<FileFacts, boolean>()
  return file => {
    let answer = known.get(file)
    if (answer === undefined) known.set(file, answer = isPlainScript(file) && file.values.reduce((count, value) => value.kind === 'global' && PAGE.has(value.name) ? count + 1 : count, 0) >= MANY_MENTIONS)
    return answer
  }
}

/** One defect, one finding: at one site the surest speaks, and the same collection is named once in a function. */
function onePerSite(findings: readonly Finding[]): readonly Finding[] {
  const bySite = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.file}:${finding.start}`
    const known = bySite.get(key)
    if (known === undefined || RANK[finding.confidence] > RANK[known.confidence]) bySite.set(key, finding)
  }
  return [...bySite.values()]
}

const RANK: Readonly<Record<Finding['confidence'], number>> = { certain: 2, likely: 1, possible: 0 }
