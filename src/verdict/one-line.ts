import type { Program } from '../link/program.ts'
import { isSame, type ClassRef } from '../link/refs.ts'

/** Whether one of the classes is the other, or extends it: an object of the one may be an object of the other. */
export const areOfOneLine = ({ denotations }: Program, a: ClassRef, b: ClassRef): boolean => denotations.lineageOf(a).some(cls => isSame(cls, b)) || denotations.lineageOf(b).some(cls => isSame(cls, a))
