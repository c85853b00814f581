import { isTeardownName } from '../link/naming.ts'
import { classAt, enclosing, functionAt, refTo, type FunctionRef } from '../link/refs.ts'
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
  return context.program.denotations.lineageOf(cls).flatMap(c => classAt(c).members.flatMap(m => m.fn !== undefined && isTeardownName(m.name) ? [refTo(c.file, m.fn)] : []))
}

export const hasTeardown = (context: Context, cls: FunctionRef): boolean => teardownsOf(context, cls).length > 0

/** In the function that ends an object, or in a part of it. */
export const isInTeardown = (fn: FunctionRef): boolean => [...enclosing(fn)].some(around => isTeardownName(functionAt(around).name))
