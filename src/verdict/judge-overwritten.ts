import { isSetupName, isTeardownName } from '../link/naming.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import type { EventOf } from '../link/events.ts'
import type { CallEdge } from '../link/call-graph.ts'
import { argumentOf, callAt, functionAt, isInside, isSame, keyOf, refTo, stripped, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isDominated, nodeOf } from './flow.ts'
import type { Hold } from './hold.ts'
import { emptyUnder, isOnceGuarded } from './once-guard.ts'
import { givesBack } from './owed-results.ts'
import { placeOfTarget, type Release } from './releases.ts'
import { textOf } from './source-text.ts'
import { leak, type Verdict } from './verdict.ts'

/** How many calls up it is asked who runs the code again. */
const DEPTH = 5

/**
 * `this.client = new Client()` in code that runs again, where the program ends `this.client` elsewhere and not before: the one that was there
 * is out of reach, with its connection. Silent where a test lets it run only while there is none, and where the old one has ended by itself:
 * a reconnect upon its `close`.
 */
export function judgeOverwritten(context: Context, write: ValueRef): Verdict | undefined {
  const { program } = context, { file } = write
  const { operator, value, target, fn: id, guards } = file.writes[write.id]!
  if (operator !== '=' || value === undefined) return undefined
  const made = creationOf(refTo(file, value))
  if (made === undefined || valueAt(refTo(file, target)).kind === 'index') return undefined
  const fn = refTo(file, id), place = placeOfTarget(program, refTo(file, target))
  const { kind, name } = functionAt(fn)
  if (!isKeptBeyond(place, fn) || kind === 'constructor' || kind === 'field' || kind === 'module' || isTeardownName(name)) return undefined
  const endings = context.releases.at('resource', place).filter(release => isEnding(context, release, place))
  if (endings.length === 0 || endings.some(release => isInside(release.fn, fn) || isInside(fn, release.fn)) || endsBefore(context, fn, file.writes[write.id]!.at, endings)) return undefined
  if (runsOnlyWhenEmpty(context, fn, place, 'write', write.id) || isOnceGuarded(context, { fn, guards })) return undefined
  const event = runAgainBy(context, fn, place, endings)
  if (event === undefined) return undefined
  const confidence = event.confidence !== 'possible' && holdsSomething(context, made, endings) ? 'likely' : 'possible'
  const { at, end } = callAt(made), subject = textOf(program, refTo(file, target))
  const hold: Hold = { resource: 'resource', fn, start: at, end, node: { kind: 'call', ref: made.id }, place, handle: place, call: made, guards, isCache: false, isDuckTyped: false, isOnce: false }
  return leak({ hold, kind: 'handle-overwritten', confidence, coverage: 'some-exits', holder: subject, lifetime: program.lifetimes.ofPlace(place).lifetime, event, subject, place, release: endings[0]!, missing: 'the next run, which overwrites the handle' })
}

/** `new Client()`, there or in the variable that is assigned. */
function creationOf(ref: ValueRef): CallRef | undefined {
  const at = stripped(ref), value = valueAt(at)
  if (value.kind === 'call') return callAt(refTo(at.file, value.call)).isNew ? refTo(at.file, value.call) : undefined
  if (value.kind !== 'binding') return undefined
  const { kind, values } = at.file.bindings[value.binding]!
  return kind === 'const' && values.length === 1 ? creationOf(refTo(at.file, values[0]!)) : undefined
}

/** A client of a known library, or an object of a class of the program whose teardown gives something back. */
function holdsSomething({ program }: Context, made: CallRef, endings: readonly Release[]): boolean {
  if (program.types.rowsOf(made, 'acquire').some(row => row.resource === 'resource')) return true
  const denoted = program.denotations.of(refTo(made.file, callAt(made).value))
  return denoted.kind === 'instance' && endings.some(({ call }) => {
    const callee = valueAt(refTo(call!.file, callAt(call!).callee))
    return callee.kind === 'member' && givesBack(program, denoted.cls, callee.property)
  })
}

/** A field, or a variable of the module or of a function around. */
function isKeptBeyond({ root, path }: Place, fn: FunctionRef): boolean {
  if (root.kind === 'instance' || root.kind === 'static') return path.length === 1
  if (root.kind !== 'binding' || path.length > 0 || root.binding.id < 0) return false
  const owner = root.binding.file.bindings[root.binding.id]!.fn
  return owner === 0 || root.binding.file === fn.file && owner !== fn.id && isInside(fn, refTo(fn.file, owner))
}

function isEnding({ program }: Context, { call, place }: Release, of: Place): boolean {
  if (call === undefined || place === undefined || keyOfPlace(place) !== keyOfPlace(of)) return false
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' && isTeardownName(callee.property) && program.places.of(refTo(call.file, callee.object)).path.length === of.path.length
}

/** A function called before in the same function that ends it: `await this.stop()`. */
function endsBefore(context: Context, fn: FunctionRef, at: number, endings: readonly Release[]): boolean {
  return context.program.graph.callsIn(fn).some(call => call.at < at && endsWithin(context, refTo(fn.file, call.id), endings, 0))
}

function endsWithin(context: Context, call: CallRef, endings: readonly Release[], depth: number): boolean {
  return depth < 3 && context.program.graph.calleesOf(call).some(fn => endings.some(release => isInside(release.fn, fn)) || context.program.graph.callsIn(fn).some(inner => endsWithin(context, refTo(fn.file, inner.id), endings, depth + 1)))
}

/** Every way to the node passes a test that only an empty place lets through. */
function runsOnlyWhenEmpty(context: Context, fn: FunctionRef, place: Place, kind: 'call' | 'write', ref: number): boolean {
  const { flow } = functionAt(fn), key = keyOfPlace(place)
  const node = nodeOf(flow, kind, ref)
  if (node === undefined) return true
  const saysEmpty = (test: number, outcome: boolean): boolean => emptyUnder(context, fn.file, test, outcome).some(empty => keyOfPlace(empty) === key)
  return isDominated(flow, node, () => false, branch => saysEmpty(flow.nodes[branch]!.ref, true) ? 0 : saysEmpty(flow.nodes[branch]!.ref, false) ? 1 : undefined)
}

/** What runs the function again on the same holder, while the old thing is alive. */
function runAgainBy(context: Context, fn: FunctionRef, place: Place, endings: readonly Release[]): EventOf | undefined {
  const { program } = context
  const seen = new Set<string>()

  function from(at: FunctionRef, depth: number): EventOf | undefined {
    if (seen.has(keyOf(at)) || depth > DEPTH) return undefined
    seen.add(keyOf(at))
    const { name, kind } = functionAt(at)
    if (kind === 'constructor' || kind === 'field' || kind === 'module') return undefined
    // `start()` runs once, upon a message that says so too, unless a request is seen to run it
    if (isSetupName(name) && !SERVING.has(program.events.of(at).kind)) return undefined
    const edges = program.graph.callersOf(at)
    if (edges.length === 0) return calledFromOutside(at)
    for (const edge of edges) {
      const event = through(edge, depth)
      if (event !== undefined) return event
    }
    return undefined
  }

  function through(edge: CallEdge, depth: number): EventOf | undefined {
    const { from: caller, call, how } = edge
    if (isInside(caller, fn) || endings.some(release => isInside(release.fn, caller)) || endsBefore(context, caller, callAt(call).at, endings) || runsOnlyWhenEmpty(context, caller, place, 'call', call.id) || isOnceGuarded(context, { fn: caller, guards: callAt(call).guards })) return undefined
    if (how !== 'passes' || edge.isImmediate) return from(caller, depth + 1)
    const listens = program.types.rowsOf(call, 'acquire').some(row => row.resource === 'listener') || context.holds.some(hold => hold.resource === 'listener' && hold.call !== undefined && isSame(hold.call, call))
    if (listens) return isOfItsOwn(call) ? undefined : eventOf(caller, call)
    const repeated = program.types.entryRowsOf(call).find(row => row.event !== 'call')
    return repeated === undefined ? from(caller, depth + 1) : eventOf(caller, call)
  }

  /** Upon an end, or an event of the thing itself. */
  function isOfItsOwn(call: CallRef): boolean {
    const event = argumentOf(call, 0), name = event === undefined ? undefined : valueAt(event)
    if (name?.kind === 'literal' && typeof name.value === 'string' && ENDS.test(name.value)) return true
    const callee = valueAt(refTo(call.file, callAt(call).callee))
    if (callee.kind !== 'member') return false
    const holder = program.places.of(refTo(call.file, callee.object))
    return keyOfPlace(holder).startsWith(keyOfPlace(place)) || holder.root.kind === 'result' || holder.root.kind === 'unknown'
  }

  /** The listener's own event, as far as it is known to come more than once. */
  function eventOf(caller: FunctionRef, call: CallRef): EventOf | undefined {
    for (const argument of callAt(call).args) {
      const listener = program.types.functionOf(refTo(caller.file, argument))
      const event = listener === undefined ? undefined : program.events.of(listener)
      if (event !== undefined && event.kind !== 'once' && event.kind !== 'unknown') return event
    }
    return undefined
  }

  function calledFromOutside(at: FunctionRef): EventOf | undefined {
    const event = program.events.of(at)
    return event.kind === 'once' || event.kind === 'unknown' || event.kind === 'instance' ? undefined : event
  }

  return from(fn, 0)
}

const SERVING: ReadonlySet<string> = new Set(['request', 'job', 'connection'])

const ENDS = /^(close|closed|end|ended|exit|finish|error|disconnect|disconnected|lost|stopped|destroyed|SIG[A-Z0-9]+)$/i
