import { isMadeOnce } from '../link/made-once.ts'
import { callAt, refTo, type ClassRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'
import type { EventKind } from './finding.ts'

/** How often each `new C()` of the program runs. */
export function creationKinds({ events, graph, places }: Program, cls: ClassRef): readonly EventKind[] {
  return graph.creationsOf(cls).map(site => isMadeOnce(places, site) ? 'once' : events.of(refTo(site.file, callAt(site).fn)).kind)
}

export const isRepeating = (kind: EventKind): boolean => kind !== 'once' && kind !== 'unknown'
