import type { FileFacts } from '../../facts/file-facts.ts'
import type { Program } from '../../link/program.ts'
import { refTo } from '../../link/refs.ts'

export const REPORT = '--report-on-fatalerror', SNAPSHOT = '--heapsnapshot-signal', SOURCE_MAPS = '--enable-source-maps'

const SNAPSHOTS: ReadonlySet<string> = new Set(['node:v8#writeHeapSnapshot', 'node:v8#getHeapSnapshot', 'node:v8#setHeapSnapshotNearHeapLimit'])
/** The inspector's word for it, which a session is sent. */
const TAKE_SNAPSHOT = 'HeapProfiler.takeHeapSnapshot'
/** Packages that take one at a signal, or map stacks, when they are loaded. */
const PACKAGES: Readonly<Record<string, string>> = {
  heapdump: SNAPSHOT, 'v8-profiler-next': SNAPSHOT, 'v8-profiler-node8': SNAPSHOT,
  'source-map-support': SOURCE_MAPS, 'source-map-support/register': SOURCE_MAPS, '@cspotcode/source-map-support': SOURCE_MAPS, '@cspotcode/source-map-support/register': SOURCE_MAPS,
}

/** The options of node that the program makes needless, as it does the same by itself. */
export function givenByProgram(program: Program): ReadonlySet<string> {
  return new Set(program.files.filter(file => !file.isTest).flatMap(file => [...byPackage(file), ...byCall(program, file), ...byWrite(file)]))
}

function byPackage({ imports, values }: FileFacts): readonly string[] {
  const specifiers = [...imports.map(({ specifier }) => specifier), ...values.flatMap(value => value.kind === 'import' ? [value.specifier] : [])]
  return specifiers.flatMap(specifier => Object.hasOwn(PACKAGES, specifier) ? [PACKAGES[specifier]!] : [])
}

function byCall({ types }: Program, file: FileFacts): readonly string[] {
  return file.calls.flatMap(({ callee, args }) => {
    const called = file.values[callee]!
    if (called.kind === 'member' && called.property === 'setSourceMapsEnabled') return [SOURCE_MAPS]
    const sends = args.some(id => { const value = file.values[id]!; return value.kind === 'literal' && value.value === TAKE_SNAPSHOT })
    return sends || types.symbolsOf(refTo(file, callee)).some(symbol => SNAPSHOTS.has(symbol)) ? [SNAPSHOT] : []
  })
}

/** `process.report.reportOnFatalError = true`. */
function byWrite({ writes, values }: FileFacts): readonly string[] {
  return writes.flatMap(({ target }) => { const to = values[target]!; return to.kind === 'member' && to.property === 'reportOnFatalError' ? [REPORT] : [] })
}
