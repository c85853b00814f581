import { existsSync, readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtName } from './built-name.ts'
import type { Expectation } from './expectations.ts'

/** Tells which lines of a program ran. Begin before the program is loaded, end before anything is measured: counting costs memory. */
export interface LineWatch {
  /** Which of them ran since the last call. */
  ran(): readonly Expectation[]
  end(): void
}

export function watchLines(folder: string, expectations: readonly Expectation[]): LineWatch {
  const session = new inspector.Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  // looked up when it is asked first: a driver changes files before it loads them
  const findPlaces = () => expectations.map(expectation => ({ expectation, url: pathToFileURL(join(folder, builtName(expectation.file))).href, offset: offsetOf(folder, expectation) }))
  let places: ReturnType<typeof findPlaces> | undefined
  return {
    ran() {
      let scripts: readonly inspector.Profiler.ScriptCoverage[] = []
      session.post('Profiler.takePreciseCoverage', (error, taken) => { scripts = error === null ? taken.result : [] })
      places ??= findPlaces()
      return places.filter(({ url, offset }) => scripts.some(script => isSame(script.url, url) && countAt(script, offset) > 0)).map(({ expectation }) => expectation)
    },
    end() {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

/** CommonJS modules have a path for a URL. */
const isSame = (url: string, expected: string): boolean => (url.startsWith('/') ? pathToFileURL(url).href : url) === expected

/** What the smallest range around it counts. */
function countAt(script: inspector.Profiler.ScriptCoverage, offset: number): number {
  const around = script.functions.flatMap(each => each.ranges).filter(range => range.startOffset <= offset && offset < range.endOffset)
  around.sort((a, b) => (a.endOffset - a.startOffset) - (b.endOffset - b.startOffset))
  return around[0]?.count ?? 0
}

/** Where the line begins in the file that runs; -1 when nothing of it does, as of a type. */
function offsetOf(folder: string, { file, line }: Expectation): number {
  const built = join(folder, builtName(file))
  if (!existsSync(built)) return -1
  const lines = readFileSync(built, 'utf8').split('\n')
  const at = existsSync(`${built}.map`) ? builtLineOf(JSON.parse(readFileSync(`${built}.map`, 'utf8')), lines, line) : line - 1
  if (at < 0) return -1
  const before = lines.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0)
  // its second character: what ran before a statement may end where that begins
  return before + lines[at]!.search(/\S|$/) + 1
}

function builtLineOf(payload: ConstructorParameters<typeof SourceMap>[0], lines: readonly string[], line: number): number {
  const map = new SourceMap(payload)
  return lines.findIndex((text, index) => {
    const entry = map.findEntry(index, text.search(/\S|$/))
    return 'originalLine' in entry && entry.originalLine === line - 1 && entry.generatedLine === index
  })
}
