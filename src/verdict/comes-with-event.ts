import { argumentOf, callAt, functionAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'

/** How many objects and calls on the way from the event are followed. */
const DEPTH = 10

/**
 * Whether an emitter arrives with the event that makes the object around it: `server.on('upgrade', (request, socket) => new Peer(socket))`, also
 * through objects and calls on the way. Such an emitter has one object, and goes with it.
 */
export function comesWithEvent(program: Program, emitter: ValueRef, depth = 0): boolean {
  const at = stripped(emitter), value = valueAt(at)
  if (depth > DEPTH) return false
  switch (value.kind) {
    case 'member': {
      const owner = program.denotations.of(refTo(at.file, value.object))
      const given = owner.kind === 'instance' ? program.denotations.fieldValuesOf(owner.cls, value.property).filter(ref => !isNothing(ref)) : []
      return given.length > 0 && given.every(ref => comesWithEvent(program, ref, depth + 1))
    }
    case 'binding': {
      const { values } = at.file.bindings[value.binding]!
      return values.length === 1 && comesWithEvent(program, refTo(at.file, values[0]!), depth + 1)
    }
    case 'param': return !value.rest && isBrought(program, refTo(at.file, value.fn), value.index, depth)
    default: return false
  }
}

function isBrought(program: Program, fn: ValueRef, index: number, depth: number): boolean {
  const { kind, cls } = functionAt(fn)
  if (kind === 'constructor' && cls !== null) {
    const sites = program.graph.creationsOf(refTo(fn.file, cls))
    return sites.length > 0 && sites.every(site => isGivenBrought(program, site, index, depth))
  }
  // a method of an object that is copied to a prototype is called on that
  const heard = program.types.passedAt(fn).filter(({ call, property }) => property === undefined && !isTakenOff(program, call))
  const calls = program.graph.callersOf(fn).filter(({ how }) => how === 'calls')
  return heard.length + calls.length > 0 && heard.every(({ call }) => isArrival(program, call)) && calls.every(({ call }) => isGivenBrought(program, call, index, depth))
}

function isGivenBrought(program: Program, call: CallRef, index: number, depth: number): boolean {
  const given = argumentOf(call, index)
  return given !== undefined && comesWithEvent(program, given, depth + 1)
}

/** A listener for an event that is no part of a conversation: those come again and again, with the same partner. */
function isArrival(program: Program, call: CallRef): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee)), event = argumentOf(call, 0), name = event === undefined ? undefined : valueAt(event)
  if (callee.kind !== 'member' || !program.models.acquireNames('listener').has(callee.property) || name?.kind !== 'literal') return false
  return !TALK.has(String(name.value)) && !program.types.entryRowsOf(call).some(row => row.event === 'message' || row.event === 'job' || row.isReused === true)
}

/** `server.removeListener('upgrade', f)`. */
function isTakenOff(program: Program, call: CallRef): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' && program.models.memberNames('release', 'listener').has(callee.property)
}

const TALK: ReadonlySet<string> = new Set(['message', 'data', 'line', 'packet', 'request', 'response'])

const isNothing = (ref: ValueRef): boolean => { const value = valueAt(ref); return value.kind === 'literal' && value.value === null }
