/** How long something lives, shortest first (DESIGN section 4). */
export type Lifetime = 'call' | 'event' | 'connection' | 'instance' | 'process' | 'unknown'

/** Why code runs many times. `once` is module initialisation; `instance` is once per object of a class. */
export type EventKind = 'once' | 'instance' | 'call' | 'tick' | 'job' | 'message' | 'connection' | 'request' | 'unknown'

/** `certain`: proven; `likely`: one step rests on a convention; `possible`: the frequency is unknown. */
export type Confidence = 'certain' | 'likely' | 'possible'

/** `error`: growth without end; `warning`: ends by itself late, or holds a descriptor. */
export type Severity = 'error' | 'warning'

/** On which exits the release runs. */
export type Coverage = 'every-exit' | 'some-exits' | 'ineffective' | 'never'

/** A place in source text. Lines and columns start at 1. */
export interface Site {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  /** Starts at 1. */
  readonly line: number
  /** Starts at 1, in UTF-16 code units. */
  readonly column: number
}

/** One step of the evidence: entry point → calls → acquire (→ the release that does not reach). */
export interface PathStep extends Site {
  readonly role: 'entry' | 'call' | 'acquire' | 'release'
  /** What stands there, as a person would say it: `GET /stream`, `subscribe()`. */
  readonly text: string
  /** Of an entry: why the code runs many times. Text output says it; JSON does not print it. */
  readonly event?: EventKind
}

export interface Holder extends Partial<Site> {
  /** The holder as the source writes it: `bus`, `this.cache`. */
  readonly text: string
  readonly lifetime: Lifetime
}

/** An edit that is certain to release; offered as an ESLint suggestion. */
export interface Mend {
  /** What it does, as an editor's menu says it: `Remove the listener when res closes`. */
  readonly description: string
  readonly edits: readonly Edit[]
}

/** Offsets are UTF-16 code units into the file. A statement is the one that stands in a block of its own and holds the offset; without one there is no edit. */
export type Edit =
  /** Of no length: inserts. */
  | { readonly kind: 'replace'; readonly start: number; readonly end: number; readonly text: EditText }
  /** A line of its own; in the block of the offset `reaches` too, where that is given. */
  | { readonly kind: 'before statement'; readonly at: number; readonly text: EditText; readonly reaches?: number }
  | { readonly kind: 'after statement'; readonly at: number; readonly text: EditText }
  /** A line of its own before the statement of the module that holds the offset. */
  | { readonly kind: 'at module level'; readonly at: number; readonly text: EditText }
  | { readonly kind: 'remove statement'; readonly at: number }
  /** Imports the name, or requires it, unless the file has it from there. */
  | { readonly kind: 'import'; readonly name: string; readonly from: string }

/** What to write: texts, and copies of what stands between two offsets. */
export type EditText = readonly (string | { readonly start: number; readonly end: number })[]

/** What is reported. JSON output prints exactly these fields, except `likeness`, `mend`, `start` and `end`. */
export interface Finding extends Site {
  /** Rule id without the plugin's prefix. */
  readonly rule: string
  /** How bad it is if it is true. */
  readonly severity: Severity
  /** How sure it is. */
  readonly confidence: Confidence
  /** The line the site ends in. */
  readonly endLine: number
  /** The column behind the site's last character. */
  readonly endColumn: number
  /** One sentence: what grows, how often, and what is missing. */
  readonly message: string
  /** What keeps the reference. */
  readonly holder: Holder
  /** The evidence: entry point, calls, the acquire, and the release that falls short. */
  readonly path: readonly PathStep[]
  /** Which exits release, and what would. */
  readonly release: { readonly coverage: Coverage; readonly hint: string }
  /** Stable across edits elsewhere in the file: contains no line number. */
  readonly fingerprint: string
  /** As the fingerprint, but the same in every file: a finding is known by it where its file was renamed. Absent in what was read from a report. */
  readonly likeness?: string
  /** Offsets of the site in the file's text. */
  readonly start: number
  /** Behind the last character. */
  readonly end: number
  /** An edit that is certain to release, where there is one. */
  readonly mend?: Mend
}
