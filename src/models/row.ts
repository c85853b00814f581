/**
 * One fact about what a library call does to lifetimes. JSON only: no functions, no regular expressions, so that users can add
 * rows through configuration and `docs/models.md` can be printed from them.
 */
export type ModelRow = AcquireRow | ReleaseRow | EntryRow | TypeRow | BoundRow | AskRow | TeardownRow | LabelRow | DataRow

/** What is held: decides which rule speaks of it. */
export type Resource = 'listener' | 'collection' | 'interval' | 'timeout' | 'resource' | 'timeline' | 'pipe'

interface Row {
  /** `pkg#Type.member`, e.g. `node:events#EventEmitter.on`; `pkg#name` for an exported function; `global#name` for a global. */
  readonly symbol: string
  /** Why the row is as it is, where the documentation does not say it in so many words. */
  readonly note?: string
  /** True for a member of the class itself, not of its instances: `AbortSignal.timeout`, `EventEmitter.once(emitter, name)`. */
  readonly isStatic?: true
}

/** The call puts `held` under `holder`. */
export interface AcquireRow extends Row {
  readonly role: 'acquire'
  /** What kind of hold begins. */
  readonly resource: Resource
  /** Access path of the holder: `this` (the receiver), `arg[0]`, `return`, or `process` for the event loop and descriptors. */
  readonly holder: string
  /** Access path of what is kept alive, e.g. `arg[1]`. */
  readonly held?: string
  /** Access paths that identify the hold and that the release must repeat. */
  readonly key?: readonly string[]
  /** The value needed to release: `return` for a timer id or disposer, `this` for what the call opens: `await producer.connect()`. */
  readonly handle?: string
  /** What else ends the hold: `arg[2].signal` aborted, `first-event` (once), `fires` (a timeout), `done` (the operation settles), `idle` (its connections close when nobody has used them for long enough), `collected` (the garbage collector closes it, late). */
  readonly endsBy?: readonly string[]
  /** Which release symbols end it, when they are not found by resource and type: `node:timers#clearInterval`. */
  readonly releasedBy?: readonly string[]
  /** How the handle itself ends the hold: `()` when it is a function to call, else the member to call: `unsubscribe`, `Symbol.dispose`. */
  readonly disposedBy?: readonly string[]
  /** True when the member's name alone means this on a receiver of unknown type: `on`, `addEventListener`. */
  readonly duckTyped?: true
  /** Not when the value at that path is this literal: `{ "arg[0].noServer": true }`. */
  readonly unless?: Readonly<Record<string, string | number | boolean>>
  /** True for what programs normally do while they start (routes, middleware): a leak only in code that certainly runs per event. */
  readonly setup?: true
  /** Only when what stands at that path, or an element of it, is one of these literals, or made by one of these symbols: `{ "arg[0].keepAlive": [true] }`. An empty list takes anything that stands there; `*` in the path is any element. */
  readonly onlyWith?: Readonly<Record<string, readonly (string | number | boolean)[]>>
  /** Only when what stands at that path is of one of these types: a text that says when to run, not a date. `process.env.X` is a text. */
  readonly ofType?: Readonly<Record<string, readonly string[]>>
  /** Parts of the result by which the hold is ended as well: `return.port1`. One that no code ends is kept even where the others were given away. */
  readonly parts?: readonly string[]
  /** True for a client, pool, agent or logger that is meant to be made once and shared: one for each event is a defect of its own. */
  readonly isClient?: true
  /** Why no release exists or is needed. */
  readonly reason?: string
}

/** The call removes the hold with the same `key`, or of the same `handle`. */
export interface ReleaseRow extends Row {
  readonly role: 'release'
  /** What kind of hold ends. */
  readonly resource: Resource
  /** Access path of the holder. */
  readonly holder?: string
  /** Access paths that name which of its holds end. */
  readonly key?: readonly string[]
  /** Access path of the handle that is released: `arg[0]` of clearInterval, `this` of `client.end()`. */
  readonly handle?: string
  /** True when every hold of the holder ends (`removeAllListeners()`, `clear()`). */
  readonly all?: boolean
}

/** Functions given to this call run once per event. */
export interface EntryRow extends Row {
  readonly role: 'entry'
  /** Which argument is called per event: `arg[1]`, `arg[1..]` (every function argument from 1), `arg[0].handler`, `arg[1].*` (every function in that object), `arg[last]`; `decorated` for a method decorator; `implemented` for the method that a class defines because it implements or extends the type; `export` for a file's export of that name, `default` for the default export, `default.fetch` for a member of it, `actions.*` for all members. */
  readonly calls: string
  /** `call`: as often as this call itself runs: the callback of `setTimeout`, `once`, `http.get`. */
  readonly event: 'request' | 'connection' | 'message' | 'job' | 'tick' | 'call'
  /** Only when the named argument is this literal, or a constant of that name: `{ "arg[0]": ["messageCreate", "MessageCreate"] }`. */
  readonly when?: Readonly<Record<string, string | readonly string[]>>
  /** Of an `export`: only in files that match this pattern, as a glob: `app/orders/route.{js,ts}` in any folder. */
  readonly files?: string
  /** Of an `export` that is named as anyone names things: only where the first parameter has one of these names, too. */
  readonly firstNamed?: readonly string[]
  /** Only for functions that declare this many parameters: Express takes four for an error handler. It goes before rows without. */
  readonly arity?: number
  /** Types of the called function's parameters, as symbol keys, in order; null where it says nothing. */
  readonly params?: readonly (string | null)[]
  /** True when what it is given was there before, and serves the next event too: a pooled socket. */
  readonly isReused?: true
  /** True for what mostly tells a process to start, stop or change its settings: how often that is, nobody says. */
  readonly isCommand?: true
  /** How a message names the event: `GET`, or `arg[0]` in a template: `{member} {arg[0]}`; `{name}` is that of an export. */
  readonly label?: string
}

/** What type a call returns, a constructor builds, a property has, or what a type extends. */
export interface TypeRow extends Row {
  readonly role: 'type'
  /** The type of the call's result, of `new` of this symbol, or of the property. Without it the symbol is a type itself: a class, or a property with a lifetime of its own. */
  readonly returns?: string
  /** The types this type extends: their members hold for it. */
  readonly extends?: readonly string[]
  /** True when the call gives a view of its receiver: it has the receiver's type, and what is held under it is held under the receiver. */
  readonly isView?: true
  /** Of a view: only when each argument is made by one of these; any other may end it, and then `returns` holds. */
  readonly onlyGiven?: readonly string[]
  /** The call gives a class, or an object of classes, whose objects are of this type: `new` of one is `new` of this. */
  readonly makes?: string
  /** How long a value of this type lives, where the type decides it: a request lives for its event, a keep-alive socket for its connection. */
  readonly lifetime?: 'event' | 'connection' | 'process'
  /** True when what it is made from stands on a fixed list, a locale or a time zone: a cache of such values stays small. */
  readonly isFinite?: true
}

/** Which option bounds a cache; without one of them it grows. */
export interface BoundRow extends Row {
  readonly role: 'bound'
  /** Where the options stand: `arg[0]`. */
  readonly options: string
  /** Any one of these options bounds it. */
  readonly anyOf: readonly string[]
  /** True when the constructor called with no options is bounded already. */
  readonly boundedByDefault?: boolean
  /** True when the constructor throws without one of these options: only an endless one, `Infinity`, does not bound it. */
  readonly isRequired?: true
  /** The one of these that takes a number of entries. */
  readonly limit?: string
  /** True for what is meant to be made anew for each event: only one that is made once for all of them grows. */
  readonly isPerEvent?: true
  /** Calls that empty it: one that is repeated is a bound. */
  readonly clearedBy?: readonly string[]
  /** What the unbounded thing is called in a message: `the default MemoryStore of express-session`. */
  readonly grows: string
}

/** The call asks another server and waits for its answer. */
export interface AskRow extends Row {
  readonly role: 'ask'
  /** Where the options stand; the first argument may hold them too: `arg[1]`. */
  readonly options: string
  /** Any one of these options ends the wait. */
  readonly anyOf: readonly string[]
  /** Members of what the call gives that end the wait: `get(url).timeout(1000)`. */
  readonly chained?: readonly string[]
  /** A name by which a program sets the limit for all calls: the member `defaults`, the function `setGlobalDispatcher`. */
  readonly defaults?: string
}

/** A method that ends an instance of the type. */
export interface TeardownRow extends Row {
  readonly role: 'teardown'
}

/** The call makes one more entry for each different value that it is given there, and the library keeps them all. */
export interface LabelRow extends Row {
  readonly role: 'label'
  /** Where the values stand: `arg[0]`, a text or an object of them; `arg[0..]`, one in each argument. */
  readonly labels: string
  /** What the value is called in a message. */
  readonly grows: 'label' | 'attribute' | 'name of a metric' | 'name of a logger'
  /** True when the function that the call returns takes such values in the same place. */
  readonly isCurried?: true
  /** True where the library stops after some number of them: data is lost there rather than memory. */
  readonly isCapped?: true
  /** Calls that take entries out again, by symbol. */
  readonly releasedBy?: readonly string[]
}

/** A property, or what a call gives, that is another with each event, without bound: the path of a request, who asks, a random id. */
export interface DataRow extends Row {
  readonly role: 'data'
}
