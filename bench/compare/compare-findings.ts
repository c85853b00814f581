import { groupBy } from '../group-by.ts'
import type { ShortFinding } from '../short-finding.ts'

/** A finding and where: a side of a fix, or a package. */
export interface PlacedFinding extends ShortFinding {
  readonly scope: string
}

export interface FindingChanges {
  readonly appeared: readonly PlacedFinding[]
  readonly vanished: readonly PlacedFinding[]
  /** The same place and rule, with another confidence. */
  readonly changed: readonly (PlacedFinding & { readonly was: ShortFinding['confidence'] })[]
  /** What only one of the runs audited; nothing of it is compared. */
  readonly onlyInOne: readonly string[]
}

type FindingsByScope = ReadonlyMap<string, readonly ShortFinding[]>

/** Compares two runs finding by finding. The audited text is the same in both, so a finding is known by its place and rule. */
export function compareFindings(old: FindingsByScope, now: FindingsByScope): FindingChanges {
  const scopes = [...old.keys()].filter(scope => now.has(scope))
  const pairs = scopes.flatMap(scope => pairUp(scope, old.get(scope)!, now.get(scope)!))
  return {
    appeared: pairs.flatMap(([was, is]) => (is !== undefined && was === undefined ? [is] : [])),
    vanished: pairs.flatMap(([was, is]) => (was !== undefined && is === undefined ? [was] : [])),
    changed: pairs.flatMap(([was, is]) => (was !== undefined && is !== undefined && was.confidence !== is.confidence ? [{ ...is, was: was.confidence }] : [])),
    onlyInOne: [...new Set([...old.keys(), ...now.keys()])].filter(scope => !old.has(scope) || !now.has(scope)),
  }
}

type Pair = readonly [was: PlacedFinding | undefined, is: PlacedFinding | undefined]

/** Findings of one place and rule are paired in order; what is left over on either side stands alone. */
function pairUp(scope: string, old: readonly ShortFinding[], now: readonly ShortFinding[]): Pair[] {
  const placed = (findings: readonly ShortFinding[]): Map<string, PlacedFinding[]> => groupBy(findings.map(finding => ({ ...finding, scope })), placeOf)
  const before = placed(old), after = placed(now)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(place => {
    const was = before.get(place) ?? [], is = after.get(place) ?? []
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at): Pair => [was[at], is[at]])
  })
}

const placeOf = ({ file, line, rule }: ShortFinding): string => `${file}:${line} ${rule}`
