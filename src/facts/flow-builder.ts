import type { FlowGraph, FlowNode } from './file-facts.ts'

type NodeDraft = { kind: FlowNode['kind']; ref: number; next: number[]; thrown?: number }
interface Jump { readonly label: string | null; readonly isLoop: boolean; readonly breakTo: number; readonly continueTo: number; readonly finallies: number }
/** A finally block that jumps must pass: where it starts, and where control goes behind it. */
interface Finally { readonly entry: number; readonly exits: Set<number> }

const ENTRY = 0, EXIT = 1, THROW_EXIT = 2

/**
 * Builds one function's control-flow graph. The frontier holds the nodes from which control reaches whatever is added next; it is
 * empty behind a return or a throw.
 */
export class FlowBuilder {
  readonly #nodes: NodeDraft[] = [{ kind: 'entry', ref: -1, next: [] }, { kind: 'exit', ref: -1, next: [] }, { kind: 'throw-exit', ref: -1, next: [] }]
  #frontier: number[] = [ENTRY]
  #throwTo = THROW_EXIT
  readonly #jumps: Jump[] = []
  readonly #finallies: Finally[] = []
  #pendingLabel: string | null = null

  finish(): FlowGraph {
    this.#connect(EXIT)
    return { nodes: this.#nodes }
  }

  get isReachable(): boolean { return this.#frontier.length > 0 }

  add(kind: FlowNode['kind'], ref: number): void {
    const id = this.#create(kind, ref)
    this.#connect(id)
    if (kind === 'await') this.#nodes[id]!.thrown = this.#throwTo
    this.#frontier = [id]
  }

  throw(ref: number): void {
    this.add('throw', ref)
    this.#to(this.#throwTo)
  }

  return(ref: number): void {
    this.add('return', ref)
    this.#leave(EXIT, 0)
  }

  /** `test ? whenTrue : whenFalse`; returns which of the two ways end inside. */
  branch(test: number, whenTrue: () => void, whenFalse: () => void): { readonly trueEnds: boolean; readonly falseEnds: boolean } {
    this.add('branch', test)
    const branch = this.#frontier[0]!
    const [yes, no] = [this.#create('join', -1), this.#create('join', -1)]
    this.#nodes[branch]!.next.push(yes, no)
    this.#frontier = [yes]
    whenTrue()
    const afterTrue = this.#frontier
    this.#frontier = [no]
    whenFalse()
    const afterFalse = this.#frontier
    this.#frontier = [...afterTrue, ...afterFalse]
    return { trueEnds: afterTrue.length === 0, falseEnds: afterFalse.length === 0 }
  }

  label(name: string): void { this.#pendingLabel = name }

  /** A loop: `head` runs before each round (absent test: endless), `update` after it. */
  loop(parts: { readonly test?: () => number; readonly body: () => void; readonly update?: () => void; readonly testLast?: boolean; readonly mayBeEmpty?: boolean }): void {
    const head = this.#create('loop', -1), after = this.#create('join', -1), again = this.#create('join', -1)
    this.#connect(head)
    this.#frontier = [head]
    this.#jumps.push({ label: this.#takeLabel(), isLoop: true, breakTo: after, continueTo: again, finallies: this.#finallies.length })
    const testing = () => {
      if (parts.test === undefined) {
        if (parts.mayBeEmpty === true) this.#link(this.#frontier, after)
        return
      }
      const branchRef = parts.test()
      this.add('branch', branchRef)
      const branch = this.#frontier[0]!
      const into = this.#create('join', -1)
      this.#nodes[branch]!.next.push(into, after)
      this.#frontier = [into]
    }
    if (parts.testLast !== true) testing()
    parts.body()
    this.#connect(again)
    this.#frontier = [again]
    if (parts.testLast === true) testing()
    parts.update?.()
    this.#to(head)
    this.#jumps.pop()
    this.#frontier = [after]
    if (!this.#nodes.some(n => n.next.includes(after))) this.#frontier = []
  }

  switch(cases: readonly { readonly isDefault: boolean; readonly body: () => void }[]): void {
    const start = this.#frontier, after = this.#create('join', -1)
    this.#jumps.push({ label: this.#takeLabel(), isLoop: false, breakTo: after, continueTo: -1, finallies: this.#finallies.length })
    let fallThrough: number[] = []
    for (const one of cases) {
      this.#frontier = [...start, ...fallThrough]
      one.body()
      fallThrough = this.#frontier
    }
    this.#jumps.pop()
    if (!cases.some(c => c.isDefault)) this.#link(start, after)
    this.#link(fallThrough, after)
    this.#frontier = this.#nodes.some(n => n.next.includes(after)) ? [after] : []
  }

  block(label: string, body: () => void): void {
    const after = this.#create('join', -1)
    this.#jumps.push({ label, isLoop: false, breakTo: after, continueTo: -1, finallies: this.#finallies.length })
    body()
    this.#jumps.pop()
    this.#connect(after)
    this.#frontier = [after]
  }

  break(label: string | null): void { this.#jump(j => label === null ? true : j.label === label, 'breakTo') }
  continue(label: string | null): void { this.#jump(j => j.isLoop && (label === null || j.label === label), 'continueTo') }

  try(body: () => void, handler: (() => void) | undefined, finalizer: (() => void) | undefined): void {
    const outerThrow = this.#throwTo
    const end = finalizer === undefined ? undefined : { entry: this.#create('join', -1), exits: new Set<number>() }
    if (end !== undefined) this.#finallies.push(end)
    const thrownInHandler = end === undefined ? outerThrow : end.entry
    const caught = handler === undefined ? undefined : this.#create('join', -1)
    this.#throwTo = caught ?? thrownInHandler
    // anything in the block may throw: control may enter the handler from its start
    const before = [...this.#frontier]
    body()
    let normal = this.#frontier
    if (caught !== undefined && handler !== undefined) {
      this.#link(before, caught)
      this.#throwTo = thrownInHandler
      this.#frontier = [caught]
      handler()
      normal = [...normal, ...this.#frontier]
    }
    this.#throwTo = outerThrow
    this.#frontier = normal
    if (end === undefined || finalizer === undefined) return
    this.#finallies.pop()
    const completes = normal.length > 0
    const throws = this.#nodes.some(n => n.thrown === end.entry || (n.kind === 'throw' && n.next.includes(end.entry)))
    this.#connect(end.entry)
    this.#frontier = [end.entry]
    finalizer()
    for (const exit of end.exits) this.#link(this.#frontier, exit)
    if (throws) this.#link(this.#frontier, outerThrow)
    if (!completes) this.#frontier = []
  }

  #create(kind: FlowNode['kind'], ref: number): number { return this.#nodes.push({ kind, ref, next: [] }) - 1 }
  #link(from: readonly number[], to: number): void { for (const id of from) this.#nodes[id]!.next.push(to) }
  #connect(to: number): void { this.#link(this.#frontier, to) }
  #to(target: number): void { this.#connect(target); this.#frontier = [] }
  #takeLabel(): string | null { const label = this.#pendingLabel; this.#pendingLabel = null; return label }

  #jump(matches: (jump: Jump) => boolean, where: 'breakTo' | 'continueTo'): void {
    const jump = this.#jumps.findLast(matches)
    if (jump === undefined) this.#frontier = []
    else this.#leave(jump[where], jump.finallies)
  }

  /** Goes to `target`, through every finally block inside which we stand and that `target` is outside of. */
  #leave(target: number, outsideOf: number): void {
    const passed = this.#finallies.slice(outsideOf).reverse()
    passed.forEach((end, i) => end.exits.add(passed[i + 1]?.entry ?? target))
    this.#to(passed[0]?.entry ?? target)
  }
}
