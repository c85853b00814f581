import type { DeploymentComment } from './deployment-facts.ts'

/** Comments from `#` to the end of the line. One inside a quoted text is taken for a comment too: it is read for directives alone. */
export function hashComments(text: string): readonly DeploymentComment[] {
  return [...text.matchAll(/(?<=^|\s)#(.*)$/gm)].map(({ 0: all, 1: value, index }) => ({ type: 'Line', value: value!, range: [index, index + all.length] }))
}
