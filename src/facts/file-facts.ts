/**
 * Everything the later stages know of one file. Plain JSON, derived from that file's text alone. Ids are indexes into the arrays
 * of this record; offsets are UTF-16 code units.
 */
export interface FileFacts {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  /** Which kind of module it is: decided by extension and syntax. */
  readonly module: 'esm' | 'commonjs'
  /** Offset at which each line starts. */
  readonly lineStarts: readonly number[]
  /** `functions[0]` is the module body. */
  readonly functions: readonly FunctionFacts[]
  /** Variables, parameters, functions, classes and imports. */
  readonly bindings: readonly BindingFacts[]
  /** Classes, also those made of prototypes and of object literals. */
  readonly classes: readonly ClassFacts[]
  /** Calls and `new`, in evaluation order; `import(path)` of a path that is no literal is a call of a global of that name. */
  readonly calls: readonly CallFacts[]
  /** Assignments and deletes. */
  readonly writes: readonly WriteFacts[]
  /** Expressions, referred to by index. */
  readonly values: readonly Value[]
  /** ESM imports; `require` and `import()` of a literal are values. */
  readonly imports: readonly ImportFacts[]
  /** ESM and CommonJS exports, by name. */
  readonly exports: readonly ExportFacts[]
  /** Names of interfaces, type aliases and type parameters that the file declares. */
  readonly localTypes: readonly string[]
  /** The interfaces and type aliases themselves. */
  readonly declaredTypes: readonly DeclaredTypeFacts[]
  /** Comments that silence findings. */
  readonly suppressions: readonly SuppressionFacts[]
  /** True when a test framework's globals or imports are used. */
  readonly isTest: boolean
  /** True when the file starts with `#!`: a script that runs and ends, unless it serves. */
  readonly isScript: boolean
}

export type ValueId = number
export type FunctionId = number
export type BindingId = number
export type ClassId = number
export type CallId = number
export type WriteId = number

/** An expression, reduced to what lifetimes depend on. */
export type Value = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'binding'; readonly binding: BindingId }
  | { readonly kind: 'global'; readonly name: string }
  /** `this` of the nearest function that has its own. */
  | { readonly kind: 'this'; readonly fn: FunctionId }
  | { readonly kind: 'super'; readonly fn: FunctionId }
  | { readonly kind: 'param'; readonly fn: FunctionId; readonly index: number; readonly rest: boolean }
  | { readonly kind: 'member'; readonly object: ValueId; readonly property: string; readonly optional: boolean }
  /** `object[key]` with a key that is not a literal. */
  | { readonly kind: 'index'; readonly object: ValueId; readonly key: ValueId }
  | { readonly kind: 'call'; readonly call: CallId }
  | { readonly kind: 'function'; readonly fn: FunctionId }
  | { readonly kind: 'class'; readonly cls: ClassId }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly regex?: true }
  | { readonly kind: 'object'; readonly properties: readonly { readonly key: string | null; readonly value: ValueId }[]; readonly spreads: readonly ValueId[] }
  | { readonly kind: 'array'; readonly elements: readonly ValueId[]; readonly hasSpread: boolean }
  /** `a ? b : c`, `a || b`, `a ?? b`: one of these. */
  | { readonly kind: 'choice'; readonly options: readonly ValueId[]; readonly operator: '?:' | '||' | '??' | '&&' }
  | { readonly kind: 'await'; readonly value: ValueId }
  /** Templates, arithmetic, comparisons: computed from these. */
  | { readonly kind: 'computed'; readonly operator: string; readonly parts: readonly ValueId[] }
  /** An assignment used as an expression. */
  | { readonly kind: 'assigned'; readonly write: WriteId; readonly value: ValueId }
  | { readonly kind: 'element'; readonly of: ValueId; readonly what: 'value' | 'key' }
  | { readonly kind: 'import'; readonly specifier: string }
  | { readonly kind: 'unknown' }
)

/** A type annotation, reduced: `Map<string, Job>` is `{ name: 'Map', args: [string, Job] }`. */
export interface TypeFacts {
  readonly name: string
  /** The binding the first name refers to, when it is declared or imported in this file. */
  readonly binding?: BindingId
  readonly args: readonly TypeFacts[]
  /** True for literal types, unions of them, booleans. */
  readonly isFinite: boolean
  /** Of a type literal: `{ bus: EventEmitter }`. */
  readonly members?: readonly TypeMemberFacts[]
  /** Of a function type, what it returns. */
  readonly result?: TypeFacts
  /** Of a function type, its parameters in order; `unknown` where nothing is written. */
  readonly params?: readonly TypeFacts[]
}

/** `interface Deps extends Base { bus: EventEmitter }`, or a type alias; a reference that an alias stands for is something it extends. */
export interface DeclaredTypeFacts {
  readonly name: string
  readonly members: readonly TypeMemberFacts[]
  readonly extends: readonly TypeFacts[]
  /** What a call of it returns, where it can be called. */
  readonly result?: TypeFacts
  /** What a call of it is given, where it can be called. */
  readonly params?: readonly TypeFacts[]
}

/** A property or method that a type declares; a method's type is a function's. */
export interface TypeMemberFacts {
  readonly name: string
  readonly type: TypeFacts
}

export interface BindingFacts {
  readonly name: string
  readonly at: number
  /** The function whose body declares it. */
  readonly fn: FunctionId
  readonly kind: 'const' | 'let' | 'var' | 'param' | 'function' | 'class' | 'import' | 'catch'
  /** Every value given to it, the initialiser first. */
  readonly values: readonly ValueId[]
  /** Functions, other than the declaring one, that mention it. */
  readonly capturedBy: readonly FunctionId[]
  /** Declared inside a loop body: a fresh one each time round. */
  readonly inLoop: boolean
  /** Declared with `using`: disposed of at the end of its block. */
  readonly isUsing?: true
  readonly type?: TypeFacts
}

export interface ParameterFacts {
  /** The bindings it introduces (several when destructured). */
  readonly bindings: readonly BindingId[]
  readonly name?: string
  readonly type?: TypeFacts
  readonly isRest: boolean
  /** Decorator names on the parameter, e.g. `Inject`. */
  readonly decorators: readonly string[]
}

export interface FunctionFacts {
  readonly id: FunctionId
  /** Its own name, or the one of what it is assigned to. */
  readonly name: string
  readonly at: number
  readonly end: number
  readonly kind: 'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter' | 'field' | 'static-block'
  readonly isAsync: boolean
  readonly isGenerator: boolean
  readonly parent: FunctionId | null
  /** The class whose instance is `this`, where the function is a member of one. */
  readonly cls: ClassId | null
  readonly isStatic: boolean
  readonly params: readonly ParameterFacts[]
  /** What it is declared to return. */
  readonly result?: TypeFacts
  readonly returns: readonly ValueId[]
  /** Bindings of enclosing functions that it mentions. */
  readonly mentions: readonly BindingId[]
  /** What a closure made of it keeps: all that any closure of the enclosing scopes captures (V8 shares contexts). */
  readonly retains: readonly BindingId[]
  readonly mentionsThis: boolean
  readonly flow: FlowGraph
}

/** A function's control flow over what matters to lifetimes. Node 0 is the entry, 1 the normal exit, 2 the exit by throwing. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[]
}

export interface FlowNode {
  readonly kind: 'entry' | 'exit' | 'throw-exit' | 'call' | 'write' | 'await' | 'branch' | 'return' | 'throw' | 'join' | 'loop'
  /** The call, the write, or the value that is awaited, tested, returned or thrown. */
  readonly ref: number
  /** For a branch: `next[0]` is taken when the test is true, `next[1]` when it is false. */
  readonly next: readonly number[]
  /** Where control goes when an awaited value rejects; absent when nothing is thrown here. */
  readonly thrown?: number
}

export interface CallFacts {
  readonly id: CallId
  /** The function whose body makes the call. */
  readonly fn: FunctionId
  readonly value: ValueId
  readonly callee: ValueId
  readonly args: readonly ValueId[]
  readonly isNew: boolean
  readonly hasSpread: boolean
  /** `new Map<string, Job>()`: what stands between the brackets. */
  readonly typeArgs?: readonly TypeFacts[]
  readonly at: number
  readonly end: number
  /** What happens to the result. */
  readonly result: 'dropped' | 'awaited' | 'returned' | 'used'
  readonly inLoop: boolean
  /** In a loop that no condition and no list ends: `while (true)`, `for (;;)`. */
  readonly inEndlessLoop?: true
  /** In a `finally` block. */
  readonly inFinally?: true
  /** Tests that must hold for the call to run, innermost first; `negated` in an else branch. */
  readonly guards: readonly Guard[]
  /** Set for a decorator: what it decorates. */
  readonly decorates?: { readonly cls: ClassId; readonly fn?: FunctionId; readonly param?: number }
}

export interface Guard {
  readonly test: ValueId
  readonly negated: boolean
}

export interface WriteFacts {
  readonly id: WriteId
  readonly fn: FunctionId
  /** A binding, member or index value. */
  readonly target: ValueId
  /** Absent for `delete` and `++`. */
  readonly value?: ValueId
  readonly operator: '=' | '??=' | '||=' | '&&=' | 'arithmetic' | 'delete' | 'declare'
  readonly at: number
  readonly end: number
  readonly inLoop: boolean
  readonly guards: readonly Guard[]
}

export interface ClassFacts {
  readonly id: ClassId
  readonly name: string
  readonly at: number
  readonly binding?: BindingId
  /** `class`: syntax; `prototype`: a function with `F.prototype.m = …`; `object`: an object literal whose methods use `this`. */
  readonly kind: 'class' | 'prototype' | 'object'
  readonly extends?: ValueId
  readonly implements: readonly TypeFacts[]
  readonly constructor: FunctionId | null
  readonly members: readonly MemberFacts[]
  /** Decorator names: `Injectable`, `Controller`. */
  readonly decorators: readonly { readonly name: string; readonly call?: CallId }[]
  /** The function it is declared in. */
  readonly fn: FunctionId
}

export interface MemberFacts {
  readonly name: string
  readonly kind: 'method' | 'field' | 'getter' | 'setter'
  readonly isStatic: boolean
  /** `private`, `protected` or `#`: others than the class and those that extend it cannot call it. */
  readonly isPrivate?: true
  readonly fn?: FunctionId
  /** A field's initialiser. */
  readonly value?: ValueId
  readonly type?: TypeFacts
  readonly at: number
}

export interface ImportFacts {
  readonly specifier: string
  readonly binding: BindingId
  /** `default`, `*`, or the exported name. */
  readonly name: string
  readonly typeOnly: boolean
}

export interface ExportFacts {
  /** `default`, `*` (re-export of everything), `=` (module.exports), or the name. */
  readonly name: string
  readonly value?: ValueId
  /** Re-exported from there. */
  readonly from?: { readonly specifier: string; readonly name: string }
  readonly at: number
}

/** An `eslint-disable-*` or `leak-audit-disable-*` comment. */
export interface SuppressionFacts {
  /** Rule ids without prefix; empty for all. */
  readonly rules: readonly string[]
  readonly reason: string | null
  /** Lines that it covers, first and last, starting at 1. */
  readonly from: number
  readonly to: number
}
/** The line, starting at 1, that an offset stands in. */
export function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0, high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lineStarts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
