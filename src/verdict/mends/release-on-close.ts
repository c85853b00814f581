import type { Program } from '../../link/program.ts'
import { callAt, enclosing, functionAt, refTo, valueAt, type FunctionRef } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Edit, EditText, EventKind, Mend } from '../finding.ts'
import type { Hold } from '../hold.ts'
import { copyOf, freeName, isPath, listenerName } from './names.ts'

/**
 * Releases when the response or the connection of the handler closes, which it does whatever way it ends:
 * `res.on('close', () => bus.off('tick', onTick))`. Only where what acquires is a statement of its own, and the handler has such a parameter.
 */
export function releaseOnClose(program: Program, { hold, event, releaseName }: Defect): Mend | undefined {
  const { call, fn } = hold
  if (call === undefined || event.kind !== 'request' && event.kind !== 'connection' || callAt(call).inLoop) return undefined
  const peer = closingPeer(program, fn, CLOSING[event.kind]), release = hold.resource === 'interval' ? clearing(hold) : hold.row?.handle === 'return' ? disposing(hold) : removing(hold, releaseName ?? 'off')
  if (peer === undefined || release === undefined) return undefined
  const { at } = callAt(call), text: EditText = [`${peer}.on('close', () => `, ...release.text, ')']
  return { description: `${release.description} when ${peer} closes`, edits: [...release.edits, { kind: 'after statement', at, text }] }
}

/** What emits `close` at the end of the event, and nothing else ends first. */
const CLOSING = {
  request: new Set(['node:http#ServerResponse', 'node:http2#Http2ServerResponse']),
  connection: new Set(['node:net#Socket', 'ws#WebSocket']),
} as const satisfies Readonly<Partial<Record<EventKind, ReadonlySet<string>>>>

/** The parameter of the handler around that closes when the event is over. */
function closingPeer({ types, models }: Program, fn: FunctionRef, closing: ReadonlySet<string>): string | undefined {
  for (const around of enclosing(fn)) {
    for (const { name, bindings: [binding, ...others] } of functionAt(around).params) {
      const value = binding === undefined ? undefined : around.file.bindings[binding]!.values[0]
      if (name === undefined || others.length > 0 || value === undefined) continue
      if (types.of(refTo(around.file, value)).some(type => models.basesOf(type).some(base => closing.has(base)))) return name
    }
  }
  return undefined
}

interface Releasing {
  readonly description: string
  /** The call that releases. */
  readonly text: EditText
  /** What gives a name to what it needs. */
  readonly edits: readonly Edit[]
}

/** `bus.off('tick', onTick)`, of a listener that has a name or is given one. */
function removing({ call, holder, held, row, fn }: Hold, releaseName: string): Releasing | undefined {
  if (callAt(call!).result !== 'dropped' || holder === undefined || held === undefined || !isPath(holder)) return undefined
  const [first] = callAt(call!).args, event = first === undefined ? undefined : refTo(fn.file, first)
  if (event === undefined || valueAt(event).kind !== 'literal' || row?.held !== undefined && row.held !== 'arg[1]') return undefined
  const { value } = valueAt(event) as { value: unknown }, kind = valueAt(held).kind
  const isNamed = isPath(held), name = isNamed || kind !== 'function' && kind !== 'call' ? undefined : freeName(fn.file, listenerName(String(value)), 'listener')
  if (!isNamed && name === undefined) return undefined
  const text: EditText = [copyOf(holder), `.${releaseName}(`, copyOf(event), ', ', name ?? copyOf(held), ')']
  return { description: 'Remove the listener', text, edits: name === undefined ? [] : named(name, held.file.values[held.id]!, callAt(call!).at) }
}

/** `const onTick = …` before the statement, and `onTick` in place of the expression. */
function named(name: string, { at, end }: { readonly at: number; readonly end: number }, statement: number): readonly Edit[] {
  return [{ kind: 'before statement', at: statement, text: [`const ${name} = `, { start: at, end }] }, { kind: 'replace', start: at, end, text: [name] }]
}

/** `clearInterval(timer)`. */
function clearing(hold: Hold): Releasing | undefined {
  const handle = handleOf(hold, 'timer', 'interval')
  return handle === undefined ? undefined : { description: 'Clear the interval', text: [`clearInterval(${handle.name})`], edits: handle.edits }
}

/** `unsubscribe()`, `subscription.dispose()`. */
function disposing(hold: Hold): Releasing | undefined {
  const [how] = hold.row?.disposedBy ?? []
  if (how === undefined || how.startsWith('Symbol.')) return undefined
  const handle = how === '()' ? handleOf(hold, 'unsubscribe', 'stop') : handleOf(hold, 'subscription', 'disposable')
  return handle === undefined ? undefined : { description: 'Dispose of it', text: [how === '()' ? `${handle.name}()` : `${handle.name}.${how}()`], edits: handle.edits }
}

/** The variable that has the result of the call, or that is made for it. */
function handleOf({ call, handle, fn: { file, id } }: Hold, ...names: readonly string[]): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
  const { result, at } = callAt(call!)
  if (handle?.root.kind === 'binding' && handle.path.length === 0 && handle.root.binding.id >= 0) {
    const { name, kind, fn } = file.bindings[handle.root.binding.id]!
    return kind === 'const' && fn === id ? { name, edits: [] } : undefined
  }
  const name = result === 'dropped' && handle === undefined ? freeName(file, ...names) : undefined
  return name === undefined ? undefined : { name, edits: [{ kind: 'replace', start: at, end: at, text: [`const ${name} = `] }] }
}
