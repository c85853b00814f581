import type { TSESTree } from '@typescript-eslint/utils'
import type { CallFacts, DeclaredTypeFacts, ClassFacts, ClassId, ExportFacts, FunctionFacts, FunctionId, Guard, ImportFacts, TypeFacts, Value, ValueId, WriteFacts } from './file-facts.ts'
import type { ScopeIndex } from './scope-index.ts'
import { FlowBuilder } from './flow-builder.ts'
import { typeFactsOf } from './type-facts.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
export type FunctionDraft = Draft<FunctionFacts>
export type ClassDraft = Draft<ClassFacts>
type ValueBody<V extends Value = Value> = V extends Value ? Omit<V, 'at' | 'end'> : never

/** The function that is being read: its flow, and under which tests control stands. */
export interface Frame {
  readonly fn: FunctionDraft
  readonly flow: FlowBuilder
  /** Replaced, never changed: calls and writes share it. */
  guards: Guard[]
  loops: number
  /** Of those, `while (true)` and the like. */
  endlessLoops: number
  finallies: number
}

/** The tables of one file while they are being filled. */
export class FactsDraft {
  readonly functions: FunctionDraft[] = []
  readonly declaredTypes: DeclaredTypeFacts[] = []
  readonly classes: ClassDraft[] = []
  readonly calls: Draft<CallFacts>[] = []
  readonly writes: Draft<WriteFacts>[] = []
  readonly values: Value[] = []
  readonly imports: ImportFacts[] = []
  readonly exports: ExportFacts[] = []
  readonly functionOfNode = new Map<TSESTree.Node, FunctionId>()
  readonly scopes: ScopeIndex
  #frames: Frame[] = []

  constructor(scopes: ScopeIndex) { this.scopes = scopes }

  get frame(): Frame { return this.#frames.at(-1)! }

  value(node: { readonly range: readonly [number, number] }, body: ValueBody): ValueId {
    // completes the new object: a copy of so many shapes is what a whole audit would wait for
    const value = body as { -readonly [K in keyof Value]: Value[K] }
    value.at = node.range[0]
    value.end = node.range[1]
    return this.values.push(value as Value) - 1
  }

  unknown(node: { readonly range: readonly [number, number] }): ValueId { return this.value(node, { kind: 'unknown' }) }

  /** Numbers a function and reads its body with `body`. */
  enter(node: TSESTree.Node, about: Pick<FunctionDraft, 'name' | 'kind' | 'isAsync' | 'isGenerator' | 'cls' | 'isStatic'>, body: () => void): FunctionId {
    const id = this.functions.length
    const parent = this.#frames.at(-1)?.fn.id ?? null
    const fn: FunctionDraft = { id, at: node.range[0], end: node.range[1], parent, params: [], returns: [], mentions: [], retains: [], mentionsThis: false, flow: { nodes: [] }, ...about }
    this.functions.push(fn)
    if (!this.functionOfNode.has(node)) this.functionOfNode.set(node, id)
    const flow = new FlowBuilder()
    this.#frames.push({ fn, flow, guards: [], loops: 0, endlessLoops: 0, finallies: 0 })
    body()
    this.#frames.pop()
    fn.flow = flow.finish()
    return id
  }

  /** The nearest function with a `this` of its own. */
  get thisOwner(): FunctionDraft {
    const frame = this.#frames.findLast(f => f.fn.kind !== 'arrow')!
    return frame.fn
  }

  /** Marks that every arrow between here and the owner of `this` keeps it. */
  noteThis(): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const { fn } = this.#frames[i]!
      fn.mentionsThis = true
      if (fn.kind !== 'arrow') return
    }
  }

  guarded(test: ValueId, negated: boolean, body: () => void): void {
    const { frame } = this
    const around = frame.guards
    frame.guards = [{ test, negated }, ...around]
    body()
    frame.guards = around
  }

  write(node: { readonly range: readonly [number, number] }, target: ValueId, operator: WriteFacts['operator'], value?: ValueId): number {
    const { fn, guards, loops, flow } = this.frame
    const id = this.writes.length
    this.writes.push({ id, fn: fn.id, target, ...(value === undefined ? {} : { value }), operator, at: node.range[0], end: node.range[1], inLoop: loops > 0, guards })
    flow.add('write', id)
    return id
  }

  call(node: { readonly range: readonly [number, number] }, { callee, args, isNew, hasSpread, result, typeArgs }: Pick<CallFacts, 'callee' | 'args' | 'isNew' | 'hasSpread' | 'result' | 'typeArgs'>): ValueId {
    const { fn, guards, loops, endlessLoops, finallies, flow } = this.frame
    const id = this.calls.length
    const value = this.value(node, { kind: 'call', call: id })
    this.calls.push({ callee, args: [...args], isNew, hasSpread, result, ...(typeArgs === undefined ? {} : { typeArgs }), id, fn: fn.id, value, at: node.range[0], end: node.range[1], inLoop: loops > 0, ...(endlessLoops > 0 ? { inEndlessLoop: true as const } : {}), ...(finallies > 0 ? { inFinally: true as const } : {}), guards })
    flow.add('call', id)
    return value
  }

  /** The last name of an expression: `Service` of `Service`, `di_1.Service` and `(0, di_1.Service)`; empty where it has none. */
  nameOf(id: ValueId): string {
    const value = this.values[id]!
    switch (value.kind) {
      case 'binding': return this.scopes.bindings[value.binding]!.name
      case 'global': return value.name
      case 'member': return value.property
      default: return ''
    }
  }

  typeOf(annotation: TSESTree.TypeNode): TypeFacts { return typeFactsOf(annotation, node => this.scopes.bindingOf(node)) }

  class(about: ClassDraft): ClassId { return this.classes.push(about) - 1 }
}
