import type { FileFacts } from '../facts/file-facts.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import { argumentOf, callAt, isInside, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { holdOfCall } from './hold-of-call.ts'
import { placeOfTarget } from './releases.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

const SERVER = 'ws#WebSocketServer', PEER = 'ws#WebSocket'
/** What asks a peer whether it is there, or ends it without waiting for an answer; on whatever receiver. */
const PROBING: ReadonlySet<string> = new Set(['ping', 'terminate', 'setKeepAlive'])
const TIMING: ReadonlySet<string> = new Set(['setInterval', 'setTimeout'])
/** What a timer does to peers so that those that have gone are found out: a write fails in the end. */
const FINDING_OUT: ReadonlySet<string> = new Set(['close', 'destroy', 'end', 'send', ...PROBING])

/**
 * A WebSocket server that learns of a peer's end from 'close' alone. A peer whose network goes away sends neither FIN nor RST: no event ever
 * comes (measured), and it stays among the clients until somebody writes to it or asks it. Asked of servers whose peers are kept, and
 * of programs in which nothing pings, terminates, or ends peers by the clock.
 */
export function judgeHeartbeat(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context, facts = callAt(call)
  if (!facts.isNew || !program.types.rowsOf(call, 'acquire').some(({ symbol }) => program.models.returnsOf(symbol) === SERVER)) return undefined
  const place = placeOfServer(context, call)
  if (place === undefined || isExported(context, place)) return unknown('who else has the server')
  const handlers = handlersOf(context, place)
  if (handlers.length === 0) return unknown('who hears of its connections')
  if (!isKept(context, place)) return safe('no peer is kept')
  const files = program.files.filter(file => !file.isTest)
  if (files.some(file => probes(file) || findsOutByClock(context, file))) return safe('peers that have gone are found out')
  if (isHandedOn(context, place)) return unknown('what a package does with it')
  const [first] = handlers
  const hold: Hold = { ...holdOfCall(call), resource: 'resource', place }
  return leak({ hold, kind: 'peer-kept', confidence: 'likely', coverage: 'some-exits', holder: nameOf(place), lifetime: 'process', event: program.events.of(first!), subject: 'peer', place, missing: 'a peer that goes without a word' })
}

/** The variable or field that the server is kept in. */
function placeOfServer({ program }: Context, { file, id }: CallRef): Place | undefined {
  const { value } = file.calls[id]!
  const write = file.writes.find(other => other.value === value)
  if (write !== undefined) return placeOfTarget(program, refTo(file, write.target))
  const binding = file.bindings.findIndex(({ values }) => values.length === 1 && values[0] === value)
  return binding < 0 ? undefined : { root: { kind: 'binding', binding: refTo(file, binding) }, path: [] }
}

const nameOf = ({ root, path }: Place): string => path.at(-1) ?? (root.kind === 'binding' && root.binding.id >= 0 ? root.binding.file.bindings[root.binding.id]!.name : 'the server')

/** In the open world other files may do what this one does not. */
function isExported({ program }: Context, { root }: Place): boolean {
  if (program.world === 'whole program') return false
  return root.kind !== 'binding' || root.binding.file.exports.some(({ value }) => {
    const at = value === undefined ? undefined : root.binding.file.values[value]
    return at?.kind === 'binding' && at.binding === root.binding.id
  })
}

/** The functions that are given each new peer of the server. */
function handlersOf(context: Context, place: Place): readonly FunctionRef[] {
  const { program } = context
  return program.files.flatMap(file => file.calls.flatMap(({ id, callee, args }) => {
    const called = file.values[callee]!, call = refTo(file, id)
    if (called.kind !== 'member' || args.length < 2 || !isServer(context, refTo(file, called.object), place)) return []
    const isEntry = program.types.entryRowsOf(call).some(({ event, params }) => event === 'connection' && params?.[0] === PEER)
    return isEntry ? program.types.functionOf(argumentOf(call, 1)!) ?? [] : []
  }))
}

function isServer({ program }: Context, ref: ValueRef, place: Place): boolean {
  const { kind } = valueAt(ref)
  return (kind === 'binding' || kind === 'member') && keyOfPlace(program.places.of(ref)) === keyOfPlace(place)
}

/** Peers stand in a collection that outlives the connection, or the program uses the server's own. */
function isKept(context: Context, place: Place): boolean {
  const { program, holds } = context
  const isPeer = (ref: ValueRef | undefined): boolean => ref !== undefined && program.types.of(ref).includes(PEER)
  const usesOwn = program.files.some(file => !file.isTest && file.values.some(value => value.kind === 'member' && value.property === 'clients' && isServer(context, refTo(file, value.object), place)))
  const handlers = handlersOf(context, place)
  return usesOwn || holds.some(({ resource, held, key, fn, place: { root } }) => resource === 'collection' && (isPeer(held) || isPeer(key)) && handlers.some(handler => handler.file === fn.file) && program.lifetimes.ofPlace({ root, path: [] }).lifetime !== 'call')
}

const probes = (file: FileFacts): boolean => file.calls.some(({ callee }) => { const called = file.values[callee]!; return called.kind === 'member' && PROBING.has(called.property) })

/** A timer that writes to peers, or ends them. */
function findsOutByClock({ program }: Context, file: FileFacts): boolean {
  return file.calls.some(({ id, callee }) => {
    const called = file.values[callee]!, name = called.kind === 'global' ? called.name : called.kind === 'member' ? called.property : ''
    const callback = TIMING.has(name) ? argumentOf(refTo(file, id), 0) : undefined
    const fn = callback === undefined ? undefined : program.types.functionOf(callback)
    // what cannot be followed may do it
    return callback !== undefined && (fn === undefined || findsOut(fn, DEPTH))
  })

  function findsOut(fn: FunctionRef, depth: number): boolean {
    return fn.file.calls.some(other => {
      if (!isInside(refTo(fn.file, other.fn), fn)) return false
      const called = fn.file.values[other.callee]!
      return called.kind === 'member' && FINDING_OUT.has(called.property) || depth > 0 && program.graph.calleesOf(refTo(fn.file, other.id)).some(inner => keyOf(inner) !== keyOf(fn) && findsOut(inner, depth - 1))
    })
  }
}

const DEPTH = 3

/** The server or a peer is given to code that is not seen. */
function isHandedOn(context: Context, place: Place): boolean {
  const { program, holds } = context
  const inserts = new Set(holds.flatMap(({ resource, call }) => resource === 'collection' && call !== undefined ? [keyOf(call)] : []))
  return program.files.some(file => !file.isTest && file.calls.some(call => {
    const ref = refTo(file, call.id), called = file.values[call.callee]!
    const isOf = called.kind === 'member' && (isServer(context, refTo(file, called.object), place) || program.types.of(refTo(file, called.object)).some(type => type.startsWith('global#') || type === PEER))
    if (isOf || inserts.has(keyOf(ref)) || program.graph.calleesOf(ref).length > 0) return false
    return call.args.some(id => isServer(context, refTo(file, id), place) || mayBePeer(program, refTo(file, id)))
  }))
}

const mayBePeer = (program: Context['program'], ref: ValueRef): boolean => valueAt(ref).kind === 'binding' && program.types.of(ref).includes(PEER)
