import { isPromiseConstruction } from '../link/promise-executor.ts'
import type { Program } from '../link/program.ts'
import { argumentOf, callAt, functionAt, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'

const DEPTH = 4

/**
 * Whether a promise is seen to have no way to reject: `new Promise(resolve => …)` without a second parameter, `work.catch(ignore)`, or what a
 * function of the program gives that returns such, or waits for such alone.
 */
export function neverRejects(program: Program, ref: ValueRef, depth = 0): boolean {
  const at = stripped(ref), value = valueAt(at)
  if (depth > DEPTH) return false
  switch (value.kind) {
    case 'binding': {
      const { values, kind } = at.file.bindings[value.binding]!
      return kind !== 'param' && values.length === 1 && neverRejects(program, refTo(at.file, values[0]!), depth + 1)
    }
    case 'call': {
      const call = refTo(at.file, value.call), { callee, isNew } = callAt(call)
      if (isNew) return isPromiseConstruction(call) && hasNoReject(program, call)
      const called = at.file.values[callee]!
      if (called.kind === 'member' && called.property === 'catch') return isQuiet(program, argumentOf(call, 0))
      const callees = program.graph.calleesOf(call)
      return callees.length > 0 && callees.every(fn => {
        const { returns, isAsync } = functionAt(fn)
        const fulfils = (id: number): boolean => neverRejects(program, refTo(fn.file, id), depth + 1)
        return isAsync ? isQuietAsync(fn, fulfils) : returns.length > 0 && returns.every(fulfils)
      })
    }
    default: return false
  }
}

/** `async draw() { await this.paint().catch(log) }`: it throws nothing itself, and what it waits for never rejects. */
function isQuietAsync(fn: FunctionRef, fulfils: (id: number) => boolean): boolean {
  const { flow } = functionAt(fn), { file } = fn
  const awaited = flow.nodes.filter(node => node.kind === 'await')
  const isPlain = (id: number): boolean => file.values[id]!.kind === 'literal' || file.values[id]!.kind === 'await' || fulfils(id)
  return awaited.length > 0 && flow.nodes.every(node => node.kind !== 'throw' && (node.kind !== 'await' || fulfils(node.ref))) && functionAt(fn).returns.every(isPlain)
}

function hasNoReject({ types }: Program, construction: ValueRef): boolean {
  const executor = argumentOf(construction, 0), fn = executor === undefined ? undefined : types.functionOf(executor)
  return fn !== undefined && functionAt(fn).params.length < 2 && !functionAt(fn).flow.nodes.some(node => node.kind === 'throw')
}

/** A handler that throws nothing itself. */
function isQuiet({ types }: Program, handler: ValueRef | undefined): boolean {
  const fn = handler === undefined ? undefined : types.functionOf(handler)
  return fn !== undefined && !functionAt(fn).flow.nodes.some(node => node.kind === 'throw' || node.kind === 'await')
}
