import type { FlowGraph } from '../facts/file-facts.ts'

const EXIT = 1, THROW_EXIT = 2

/** Which ways out of a function pass none of the given nodes. */
export interface OpenExits {
  /** Returns, explicit or at the end. */
  readonly normal: boolean
  readonly throws: boolean
}

/**
 * Walks from behind `start` to the exits. `stops` says which nodes release; `prune` may close one way of a branch: the index of the
 * way that cannot be taken while something is held. `mayThrow` says whether a node throws after all.
 */
export function openExits(flow: FlowGraph, start: number, stops: (node: number) => boolean, prune: (node: number) => number | undefined = () => undefined, mayThrow: (node: number) => boolean = () => true): OpenExits {
  const seen = new Set<number>([start])
  const pending = [...flow.nodes[start]!.next]
  let normal = false, throws = false
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (id === EXIT) normal = true
    if (id === THROW_EXIT) throws = true
    if (stops(id)) continue
    const node = flow.nodes[id]!
    const closed = node.kind === 'branch' ? prune(id) : undefined
    node.next.forEach((next, way) => { if (way !== closed) pending.push(next) })
    if (node.thrown !== undefined && mayThrow(id)) pending.push(node.thrown)
  }
  return { normal, throws }
}

/** Whether control can come from `from` to the end of the function, or to a return. */
export const leavesNormally = (flow: FlowGraph, from: number): boolean => from === EXIT || reaches(flow, from, EXIT)

/** Whether every way from the entry to `target` passes one of the given nodes. */
export function isDominated(flow: FlowGraph, target: number, by: (node: number) => boolean, prune: (node: number) => number | undefined = () => undefined): boolean {
  const seen = new Set<number>([0])
  const pending = [0]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === target) return false
    if (id !== 0 && by(id)) continue
    const node = flow.nodes[id]!
    const closed = node.kind === 'branch' ? prune(id) : undefined
    const ways = node.next.filter((_, way) => way !== closed)
    for (const next of node.thrown === undefined ? ways : [...ways, node.thrown]) {
      if (seen.has(next)) continue
      seen.add(next)
      pending.push(next)
    }
  }
  return true
}

/** The flow node of a call or write; undefined in code that is never reached. */
export function nodeOf(flow: FlowGraph, kind: 'call' | 'write', ref: number): number | undefined {
  const id = flow.nodes.findIndex(node => node.kind === kind && node.ref === ref)
  return id < 0 ? undefined : id
}

/** Whether control can come from `from` to `to`. */
export function reaches(flow: FlowGraph, from: number, to: number): boolean {
  const seen = new Set<number>()
  const pending = [...flow.nodes[from]!.next]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    const node = flow.nodes[id]!
    pending.push(...node.next)
    if (node.thrown !== undefined) pending.push(node.thrown)
  }
  return false
}
