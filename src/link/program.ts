import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { CallGraph } from './call-graph.ts'
import type { DeclaredTypes } from './declared-types.ts'
import type { Denotations } from './denotations.ts'
import type { Events } from './events.ts'
import type { Lifetimes } from './lifetimes.ts'
import type { ModuleGraph } from './module-graph.ts'
import type { Places } from './places.ts'
import type { Resolver } from './resolver/resolver.ts'
import type { Types } from './types.ts'

/** All files as one program: every question that a verdict asks. */
export interface Program {
  /** The facts of every file, ordered by name. */
  readonly files: readonly FileFacts[]
  /** `one file`: an open world, where others may call and release; `whole program`: what is not here does not exist. */
  readonly world: 'one file' | 'whole program'
  /** What libraries do to lifetimes. */
  readonly models: Models
  /** Where imports lead. */
  readonly modules: ModuleGraph
  /** What expressions stand for. */
  readonly denotations: Denotations
  /** What annotations and interfaces say. */
  readonly declared: DeclaredTypes
  /** Which types values have, and which rows fit calls. */
  readonly types: Types
  /** Where things are kept, whatever alias reaches them. */
  readonly places: Places
  /** Who calls whom. */
  readonly graph: CallGraph
  /** How often each function runs, and why. */
  readonly events: Events
  /** How long each place lives. */
  readonly lifetimes: Lifetimes
  /** Asks TypeScript, on demand; knows nothing in the open world. */
  readonly resolver: Resolver
}
