import type { Resolver, TypeAnswer } from '../link/resolver/resolver.ts'
import type { TypeQuestion } from './judgement.ts'

/** A resolver that notes what it is asked, and what the other one says. */
export function recordQuestions(resolver: Resolver): Resolver & { readonly asked: readonly TypeQuestion[] } {
  const asked: TypeQuestion[] = []
  return {
    asked,
    declarationOf: (file, start) => resolver.declarationOf(file, start),
    typeOf(file, start, end) {
      const answer = resolver.typeOf(file, start, end)
      asked.push({ file, start, end, ...(answer === undefined ? {} : { answer }) })
      return answer
    },
  }
}

/** Whether the resolver still says so. */
export const isStillAnswered = (resolver: Resolver, { file, start, end, answer }: TypeQuestion): boolean => isEqual(resolver.typeOf(file, start, end), answer)

const isEqual = (a: TypeAnswer | undefined, b: TypeAnswer | undefined): boolean => JSON.stringify([a?.keys, a?.isFinite]) === JSON.stringify([b?.keys, b?.isFinite])
