import * as v from 'valibot'
import { parseAccessPath, parseCallTarget, parseEnding } from './access-path.ts'
import { strictObject } from '../schema-problem.ts'
import type { ModelRow } from './row.ts'
import { parseSymbolKey } from './symbol-key.ts'

/** A text that the parser takes; what it throws is the message. */
const parsed = (parse: (text: string) => unknown) => v.pipe(v.string(), v.rawCheck(({ dataset, addIssue }) => {
  if (!dataset.typed) return
  try {
    parse(dataset.value)
  } catch (error) {
    addIssue({ message: error instanceof Error ? error.message : String(error) })
  }
}))

const symbol = parsed(parseSymbolKey), path = parsed(parseAccessPath)
const paths = v.array(path), names = v.array(v.string()), literal = v.union([v.string(), v.number(), v.boolean()])
const resource = v.picklist(['listener', 'collection', 'interval', 'timeout', 'resource', 'timeline', 'pipe'])
const isTrue = v.exactOptional(v.literal(true))

const common = { symbol, note: v.exactOptional(v.string()), isStatic: isTrue }

const acquire = strictObject({
  role: v.literal('acquire'), ...common, resource, holder: path, held: v.exactOptional(path), key: v.exactOptional(paths), handle: v.exactOptional(path),
  endsBy: v.exactOptional(v.array(parsed(parseEnding))), releasedBy: v.exactOptional(v.array(symbol)), disposedBy: v.exactOptional(names), duckTyped: isTrue,
  unless: v.exactOptional(v.record(path, literal)), setup: isTrue, onlyWith: v.exactOptional(v.record(path, v.array(literal))), ofType: v.exactOptional(v.record(path, v.array(symbol))), parts: v.exactOptional(paths), isClient: isTrue, reason: v.exactOptional(v.string()),
})

const release = strictObject({
  role: v.literal('release'), ...common, resource, holder: v.exactOptional(path), key: v.exactOptional(paths), handle: v.exactOptional(path), all: v.exactOptional(v.boolean()),
})

const entry = strictObject({
  role: v.literal('entry'), ...common, calls: parsed(parseCallTarget), event: v.picklist(['request', 'connection', 'message', 'job', 'tick', 'call']),
  when: v.exactOptional(v.record(path, v.union([v.string(), names]))), files: v.exactOptional(v.string()), firstNamed: v.exactOptional(names), arity: v.exactOptional(v.pipe(v.number(), v.integer())),
  params: v.exactOptional(v.array(v.nullable(symbol))), isReused: isTrue, isCommand: isTrue, label: v.exactOptional(v.string()),
})

const type = strictObject({
  role: v.literal('type'), ...common, returns: v.exactOptional(symbol), extends: v.exactOptional(v.array(symbol)), isView: isTrue, onlyGiven: v.exactOptional(v.array(symbol)), makes: v.exactOptional(symbol), lifetime: v.exactOptional(v.picklist(['event', 'connection', 'process'])), isFinite: isTrue,
})

const bound = strictObject({
  role: v.literal('bound'), ...common, options: path, anyOf: names, boundedByDefault: v.exactOptional(v.boolean()), isRequired: isTrue, limit: v.exactOptional(v.string()), isPerEvent: isTrue, clearedBy: v.exactOptional(v.array(symbol)), grows: v.string(),
})

const ask = strictObject({ role: v.literal('ask'), ...common, options: path, anyOf: names, chained: v.exactOptional(names), defaults: v.exactOptional(v.string()) })
const teardown = strictObject({ role: v.literal('teardown'), ...common })
const label = strictObject({
  role: v.literal('label'), ...common, labels: path, grows: v.picklist(['label', 'attribute', 'name of a metric', 'name of a logger']),
  isCurried: isTrue, isCapped: isTrue, releasedBy: v.exactOptional(v.array(symbol)),
})
const data = strictObject({ role: v.literal('data'), ...common })

/** What a row may say, for rows that come from a person: {@link ModelRow} as a schema. */
export const rowSchema = v.variant('role', [acquire, release, entry, type, bound, ask, teardown, label, data])

// the schema and the type say the same, or this does not compile
type Mutable<T> = T extends readonly (infer E)[] ? Mutable<E>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : false : false
export const isRowType: Same<Mutable<ModelRow>, v.InferOutput<typeof rowSchema>> = true
