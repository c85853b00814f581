import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { EntryRow } from '../models/row.ts'
import type { Denotations } from './denotations.ts'
import { RefCache } from './ref-cache.ts'
import { callAt, classAt, functionAt, refTo, valueAt, type ClassRef, type FunctionRef, type ValueRef } from './refs.ts'

/** A function that a platform calls, by the name it is exported under and by the file it stands in, or by what its class implements. */
export interface PlatformFunction {
  readonly row: EntryRow
  /** The name, `default.fetch` for a method of the default export. */
  readonly name: string
}

/** All of them: `export const handler = async event => …`, `export async function GET(request) …` in `app/orders/route.ts`. */
export function indexPlatformFunctions(files: readonly FileFacts[], models: Models, denotations: Denotations, functionOf: (ref: ValueRef) => FunctionRef | undefined, ofClass: (cls: ClassRef) => readonly string[]): RefCache<PlatformFunction> {
  const index = new RefCache<PlatformFunction>()
  for (const file of files) {
    for (const { name, value } of file.exports) if (value !== undefined) note(file, name === '=' ? 'default' : name, refTo(file, value))
    for (const cls of file.classes) noteMethods(refTo(file, cls.id))
  }
  return index

  /** `class Audit implements NestMiddleware { use(req, res, next) {…} }`. */
  function noteMethods(cls: ClassRef): void {
    for (const { name, fn } of classAt(cls).members) {
      if (fn === undefined || !models.hasMember(name)) continue
      const row = ofClass(cls).flatMap(key => models.memberRows(key, name)).find((row): row is EntryRow => row.role === 'entry' && row.calls === 'implemented')
      if (row !== undefined) index.set(refTo(cls.file, fn), { row, name })
    }
  }

  function note(file: FileFacts, name: string, value: ValueRef): void {
    const rows = models.exportedEntries(name, file.file)
    if (rows.length > 0) for (const fn of functionsOf(value)) start(fn, name, rows)
    if (models.hasMembersOf(name)) noteMembers(file, name, value)
  }

  /** `export default { async fetch(request, env) {…} }`, `export const actions = { async buy(event) {…} }`. */
  function noteMembers(file: FileFacts, name: string, value: ValueRef): void {
    const denoted = denotations.of(value), object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
    if (denoted.kind !== 'value' || object?.kind !== 'object') return
    for (const { key, value: member } of object.properties) {
      const rows = [...models.exportedEntries(`${name}.${key}`, file.file), ...models.exportedEntries(`${name}.*`, file.file)]
      if (rows.length > 0) for (const fn of functionsOf(refTo(denoted.value.file, member))) start(fn, `${name}.${key}`, rows)
    }
  }

  function start(fn: FunctionRef, name: string, rows: readonly EntryRow[]): void {
    const row = rows.find(row => takes(fn, row))
    if (row !== undefined) index.set(fn, { row, name })
  }

  /** The function itself, or those that a wrapper is given: `export const GET = withUser(async request => …)`. */
  function functionsOf(value: ValueRef): readonly FunctionRef[] {
    const fn = functionOf(value)
    if (fn !== undefined) return [fn]
    const denoted = denotations.of(value)
    if (denoted.kind !== 'call' || callAt(denoted.call).isNew) return []
    return callAt(denoted.call).args.map(arg => functionOf(refTo(denoted.call.file, arg))).filter(wrapped => wrapped !== undefined)
  }
}

/** A name alone says little: it takes what the platform gives too, and a file's place says the rest. */
function takes(fn: FunctionRef, { firstNamed, files }: EntryRow): boolean {
  const { params, isAsync } = functionAt(fn)
  return firstNamed === undefined || firstNamed.includes(params[0]?.name?.replace(/^_/, '') ?? '') && (files !== undefined || isAsync || params.length > 2)
}
