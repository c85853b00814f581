import { isTeardownName } from '../link/naming.ts'
import { classAt, enclosing, functionAt, refTo, type ClassRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'

/** The class whose instance the code belongs to, also from inside callbacks. */
export function ownerClass(fn: FunctionRef): FunctionRef | undefined {
  for (let id: number | null = fn.id; id !== null; id = fn.file.functions[id]!.parent) {
    const { cls, isStatic } = fn.file.functions[id]!
    if (cls !== null && !isStatic) return refTo(fn.file, cls)
  }
  return undefined
}

/** Members of the class, its own and inherited, that end an instance. */
export function teardownsOf(context: Context, cls: FunctionRef): readonly FunctionRef[] {
  return context.program.denotations.lineageOf(cls).flatMap(c => [...classAt(c).members.flatMap(m => m.fn !== undefined && isTeardownName(m.name) ? [refTo(c.file, m.fn)] : []), ...givenTeardowns(c)])
}

/** `this.close = () => {…}`, in the constructor. */
function givenTeardowns({ file, id }: ClassRef): readonly FunctionRef[] {
  return file.writes.flatMap(({ fn, target, value }) => {
    const to = file.values[target]!, given = value === undefined ? undefined : file.values[value]!
    const { kind, cls } = file.functions[fn]!
    return kind === 'constructor' && cls === id && to.kind === 'member' && isTeardownName(to.property) && file.values[to.object]!.kind === 'this' && given?.kind === 'function' ? [refTo(file, given.fn)] : []
  })
}

export const hasTeardown = (context: Context, cls: FunctionRef): boolean => teardownsOf(context, cls).length > 0

/** In the function that ends an object, or in a part of it. */
export const isInTeardown = (fn: FunctionRef): boolean => [...enclosing(fn)].some(around => isTeardownName(functionAt(around).name))
