import type { FileFacts } from '../facts/file-facts.ts'
import { lazy } from '../link/lazy.ts'
import { isTeardownName } from '../link/naming.ts'
import type { Program } from '../link/program.ts'
import { callAt, classAt, functionAt, isInside, keyOf, refTo, stripped, valueAt, type CallRef, type ClassRef, type FunctionRef, type ValueRef } from '../link/refs.ts'

/**
 * What a call makes for its caller to end, learned from the program itself: objects of a class whose teardown gives something back, and that
 * some function ends which has made one for its own use.
 */
export interface OwedResults {
  /** The members by which functions end what the call makes; empty when nothing tells that they must. */
  membersOf(call: CallRef): ReadonlySet<string>
  /** Whether the call makes an object that is opened, and that nothing in the program ever closes. */
  isNeverEnded(call: CallRef): boolean
  /** Whether some function ends such an object in whatever way it is left: in a `finally` block. */
  isAlwaysEnded(call: CallRef): boolean
  /** Whether some function makes an object of the class, or of one that extends it, for its own use and ends it. */
  isEndedByMaker(cls: ClassRef): boolean
}

interface Ending {
  readonly member: string
  readonly isInFinally: boolean
}

const DEPTH = 8

export function learnOwedResults(program: Program): OwedResults {
  const made = new Map<string, readonly ClassRef[]>()
  const endings = new Map<string, Ending[]>()
  const ended = new Set<string>()
  const forgotten = new Map<string, readonly string[]>()
  const keptByFile = new Map<FileFacts, ReadonlySet<number>>()
  const callsOfMembers = lazy(() => indexTeardownCalls(program))

  for (const file of program.files) {
    if (file.isTest) continue
    for (const call of file.calls) {
      const ending = endedLocal(refTo(file, call.id))
      if (ending === undefined) continue
      if (ending.isInFinally) for (const maker of ending.makers) for (const key of factoriesOf(maker)) endings.set(key, [...endings.get(key) ?? [], ending])
      for (const maker of ending.makers) for (const cls of madeBy(maker)) {
        for (const base of program.denotations.lineageOf(cls)) ended.add(keyOf(base))
        if (!givesBack(program, cls, ending.member)) continue
        endings.set(keyOf(cls), [...endings.get(keyOf(cls)) ?? [], ending])
      }
    }
  }

  function isKept(file: FileFacts, binding: number): boolean {
    let kept = keptByFile.get(file)
    if (kept === undefined) keptByFile.set(file, kept = keptIn(file))
    return kept.has(binding)
  }

  /** The functions of the program that a call gets what it gets from a package by: `createORM()`, which returns `MikroORM.init(…)`. */
  function factoriesOf(call: CallRef): readonly string[] {
    return callAt(call).isNew ? [] : program.graph.calleesOf(call).filter(fn => isFactory(fn)).map(fn => `factory ${keyOf(fn)}`)
  }

  /** Whatever it returns, a package has made for it, as far as is known. */
  function isFactory(fn: FunctionRef): boolean {
    const { returns } = functionAt(fn)
    return returns.length > 0 && returns.every(id => {
      const at = stripped(refTo(fn.file, id)), value = valueAt(at)
      if (value.kind !== 'call') return false
      const made = refTo(fn.file, value.call)
      return program.graph.calleesOf(made).length === 0 && program.denotations.of(refTo(fn.file, callAt(made).callee)).kind === 'symbol'
    })
  }

  /** The classes of the program of which the call gives a new object; none when it may give one that is there already. */
  function madeBy(call: CallRef, depth = 0): readonly ClassRef[] {
    const known = made.get(keyOf(call))
    if (known !== undefined) return known
    made.set(keyOf(call), [])
    const found = depth > DEPTH ? [] : readMaker(call, depth)
    made.set(keyOf(call), found)
    return found
  }

  function readMaker(call: CallRef, depth: number): readonly ClassRef[] {
    if (callAt(call).isNew) {
      const denoted = program.denotations.of(refTo(call.file, callAt(call).value))
      return denoted.kind === 'instance' ? [denoted.cls] : []
    }
    return program.graph.calleesOf(call).flatMap(fn => {
      const returned = functionAt(fn).returns.map(id => returnedObjects(fn, refTo(fn.file, id), depth))
      return returned.includes(undefined) ? [] : returned.flatMap(classes => classes ?? [])
    })
  }

  /** New objects in what a function returns; undefined for one that it did not make. */
  function returnedObjects(fn: FunctionRef, ref: ValueRef, depth: number): readonly ClassRef[] | undefined {
    if (depth > DEPTH) return undefined
    const at = stripped(ref), value = valueAt(at)
    switch (value.kind) {
      case 'call': {
        const classes = madeBy(refTo(at.file, value.call), depth + 1)
        return classes.length === 0 ? undefined : classes
      }
      case 'literal': return []
      case 'param': return []
      case 'choice': {
        const options = value.options.map(id => returnedObjects(fn, refTo(at.file, id), depth + 1))
        return options.includes(undefined) ? undefined : options.flatMap(classes => classes ?? [])
      }
      case 'binding': {
        const binding = at.file.bindings[value.binding]!
        if (binding.kind === 'param') return []
        if (binding.fn !== fn.id || binding.values.length === 0 || isKept(at.file, value.binding)) return undefined
        const given = binding.values.map(id => returnedObjects(fn, refTo(at.file, id), depth + 1))
        return given.includes(undefined) ? undefined : given.flatMap(classes => classes ?? [])
      }
      default: return undefined
    }
  }

  /** The teardown that the class has and that nobody calls, while somebody opens its objects: `connect()` without `disconnect()`. */
  function forgottenTeardown(cls: ClassRef): string | undefined {
    const known = forgotten.get(keyOf(cls))
    if (known !== undefined) return known[0]
    const methods = classAt(cls).members.flatMap(({ name, fn, isStatic }) => fn === undefined || isStatic ? [] : [{ name, fn: refTo(cls.file, fn) }])
    const isOpened = methods.some(({ name, fn }) => OPENING.has(name) && program.graph.callersOf(fn).length > 0)
    const ends = methods.filter(({ name }) => isTeardownName(name))
    const found = isOpened && ends.length > 0 && ends.every(({ name, fn }) => isUncalled(cls, name, fn)) ? ends.find(({ fn }) => usesField(fn)) : undefined
    forgotten.set(keyOf(cls), found === undefined ? [] : [found.name])
    return found?.name
  }

  /** Nobody calls it; nor is there a call of that name, in a file that mentions the class, on an object that may be of it. */
  function isUncalled(cls: ClassRef, name: string, fn: FunctionRef): boolean {
    const event = program.events.of(fn)
    if (program.graph.callersOf(fn).length > 0 || event.isUnseen !== true && event.kind !== 'unknown') return false
    const { name: called } = classAt(cls), making = new Set(program.graph.creationsOf(cls).map(site => site.file))
    return !(callsOfMembers().get(name) ?? []).some(({ file, id }) => {
      if (file !== cls.file && !making.has(file) && !file.bindings.some(binding => binding.kind !== 'param' && binding.name === called)) return false
      const member = file.values[file.calls[id]!.callee]!
      return member.kind === 'member' && program.graph.calleesOf(refTo(file, id)).length === 0 && program.types.of(refTo(file, member.object)).length === 0 && file.values[member.object]!.kind !== 'member'
    })
  }

  function forgottenBy(call: CallRef): string | undefined {
    if (program.world === 'one file' || !callAt(call).isNew) return undefined
    const denoted = program.denotations.of(refTo(call.file, callAt(call).value))
    return denoted.kind === 'instance' ? forgottenTeardown(denoted.cls) : undefined
  }

  const endingsOf = (call: CallRef): readonly Ending[] => [...madeBy(call).map(keyOf), ...factoriesOf(call)].flatMap(key => endings.get(key) ?? [])

  return {
    membersOf: call => new Set([...endingsOf(call).map(ending => ending.member), ...listOf(forgottenBy(call))]),
    isNeverEnded: call => forgottenBy(call) !== undefined,
    isEndedByMaker: cls => ended.has(keyOf(cls)),
    isAlwaysEnded: call => endingsOf(call).some(ending => ending.isInFinally),
  }
}

/** Calls of members by which things are ended, by name. */
function indexTeardownCalls({ files }: Program): ReadonlyMap<string, readonly CallRef[]> {
  const byName = new Map<string, CallRef[]>()
  for (const file of files) {
    for (const { id, callee } of file.calls) {
      const called = file.values[callee]!
      if (called.kind !== 'member' || !isTeardownName(called.property)) continue
      const list = byName.get(called.property)
      if (list === undefined) byName.set(called.property, [refTo(file, id)])
      else list.push(refTo(file, id))
    }
  }
  return byName
}

const listOf = (name: string | undefined): readonly string[] => name === undefined ? [] : [name]

/** Members that begin what only a teardown ends. */
const OPENING: ReadonlySet<string> = new Set(['connect', 'open', 'start', 'listen', 'subscribe', 'acquire', 'login'])

/** The teardown calls something of a field of its object. */
const usesField = (fn: FunctionRef): boolean => fn.file.calls.some(({ callee, fn: within }) => {
  const called = fn.file.values[callee]!, object = called.kind === 'member' ? fn.file.values[called.object]! : undefined
  return isInside(refTo(fn.file, within), fn) && object?.kind === 'member' && fn.file.values[object.object]!.kind === 'this'
})

/** Variables of a file that are stored somewhere: whoever is given one shares it. */
function keptIn(file: FileFacts): ReadonlySet<number> {
  const kept = new Set<number>()
  const note = (id: number | undefined): void => { const value = id === undefined ? undefined : file.values[id]!; if (value?.kind === 'binding') kept.add(value.binding) }
  for (const { target, value } of file.writes) if (file.values[target]!.kind !== 'binding') note(value)
  for (const { callee, args } of file.calls) { const called = file.values[callee]!; if (called.kind === 'member' && INSERTING.has(called.property)) args.forEach(note) }
  return kept
}

const INSERTING: ReadonlySet<string> = new Set(['set', 'add', 'push', 'unshift'])

/** `made.release()` in the function that keeps what it made in a variable of its own. */
function endedLocal(call: CallRef): (Ending & { readonly makers: readonly CallRef[] }) | undefined {
  const { callee, fn } = callAt(call), called = valueAt(refTo(call.file, callee))
  if (called.kind !== 'member' || !isTeardownName(called.property)) return undefined
  const object = valueAt(refTo(call.file, called.object))
  if (object.kind !== 'binding') return undefined
  const { values, fn: owner } = call.file.bindings[object.binding]!
  if (owner === 0 || !isInside(refTo(call.file, fn), refTo(call.file, owner))) return undefined
  const makers = values.flatMap(id => callsIn(refTo(call.file, id)))
  return makers.length === 0 ? undefined : { makers, member: called.property, isInFinally: callAt(call).inFinally === true }
}

function callsIn(ref: ValueRef): readonly CallRef[] {
  const at = stripped(ref), value = valueAt(at)
  if (value.kind === 'choice') return value.options.flatMap(id => callsIn(refTo(at.file, id)))
  return value.kind === 'call' ? [refTo(at.file, value.call)] : []
}

/** The teardown hands something on that was not the object's own: it ends a thing in a field, clears a timer, takes a listener off. */
export function givesBack(program: Program, cls: ClassRef, member: string): boolean {
  const fn = program.denotations.memberOf(cls, member)?.fn
  if (fn === undefined) return false
  return fn.file.calls.some(({ callee, fn: within }) => {
    if (!isInside(refTo(fn.file, within), fn)) return false
    const called = fn.file.values[callee]!
    if (called.kind === 'global') return called.name === 'clearInterval' || called.name === 'clearTimeout'
    return called.kind === 'member' && (isTeardownName(called.property) || REMOVING.has(called.property)) && fn.file.values[called.object]!.kind !== 'this'
  })
}

const REMOVING: ReadonlySet<string> = new Set(['off', 'removeListener', 'removeEventListener', 'removeAllListeners', 'delete', 'abort', 'kill'])
