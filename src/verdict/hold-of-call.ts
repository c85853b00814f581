import type { Place } from '../link/places.ts'
import { callAt, refTo, type CallRef } from '../link/refs.ts'
import type { Hold } from './hold.ts'

/** The event loop and the descriptors: what the process holds without a variable. */
export const PROCESS: Place = { root: { kind: 'global', name: 'process' }, path: [] }

/** What a hold that begins with this call has of the call itself; the resource, the place and the rest are the judge's. */
export function holdOfCall(ref: CallRef): Pick<Hold, 'fn' | 'start' | 'end' | 'node' | 'call' | 'guards' | 'isCache' | 'isDuckTyped' | 'isOnce'> {
  const call = callAt(ref)
  return { fn: refTo(ref.file, call.fn), start: call.at, end: call.end, node: { kind: 'call', ref: ref.id }, call: ref, guards: call.guards, isCache: false, isDuckTyped: false, isOnce: false }
}
