/** One line for a person who named something that does not exist: the nearest known name when one is near, all of them otherwise. */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known)
  return `unknown ${kind} '${name}'; ${nearest === undefined ? `known: ${known.join(', ')}` : `did you mean '${nearest}'?`}`
}

/** The most of a name that may differ before the likeness is chance. */
const LARGEST_DIFFERENCE = 0.5

function nearestOf(name: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map(candidate => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= LARGEST_DIFFERENCE * Math.max(name.length, candidate.length))
    .sort((a, b) => a.distance - b.distance)
  return nearest?.candidate
}

/** Levenshtein's: insertions, deletions and substitutions, one each. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === to[j] ? 0 : 1)))
    }
    row = next
  }
  return row[to.length] ?? 0
}
