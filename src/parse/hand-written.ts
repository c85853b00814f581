/**
 * Whether a person wrote the text: false for minified files, for the output of a bundler, and for what is not text at all (`.ts` is
 * a video format too). Nobody can mend a leak there.
 */
export function isHandWritten(text: string): boolean {
  return !isBinary(text) && !isMinified(text) && !isBundle(text)
}

const LONGEST_LINE = 20_000
const LONGEST_AVERAGE = 500
/** Below it a file may well be one long line that somebody typed. */
const SHORTEST_MINIFIED = 2_000

function isBinary(text: string): boolean {
  return text.slice(0, 1_000).includes('\0')
}

function isMinified(text: string): boolean {
  if (text.length < SHORTEST_MINIFIED) return false
  let lines = 0
  for (let start = 0; start < text.length; lines += 1) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start > LONGEST_LINE) return true
    start = end + 1
  }
  return text.length / lines > LONGEST_AVERAGE
}

/** Lines that a bundler writes, and no person. */
const BUNDLE_MARKS: readonly RegExp[] = [
  // webpack, ncc: `/******/ (() => { // webpackBootstrap`
  /^\/\*{6}\/ .*\/\/ webpackBootstrap/m,
  /^[!(;]*function webpackUniversalModuleDefinition\(/m,
  // esbuild, rolldown: the path of each bundled module, alone on its line
  /^\/\/ ?(?:#region )?(?:\.\.\/)*node_modules\/\S+\.[cm]?js$/m,
  // browserify
  /^\(function\(\)\{function \w\(\w,\w,\w\)\{function \w\(\w,\w\)\{if\(!/,
  // parcel
  /^(?:var )?parcelRequire[0-9a-f]* ?=/m,
]

function isBundle(text: string): boolean {
  return BUNDLE_MARKS.some(mark => mark.test(text))
}
