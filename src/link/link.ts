import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { ProjectFacts } from '../parse/parsed-file.ts'
import { createCallGraph } from './call-graph.ts'
import { readContainerBindings } from './container-bindings.ts'
import { createDeclaredTypes } from './declared-types.ts'
import { createDenotations } from './denotations.ts'
import { createEvents } from './events.ts'
import { lazy } from './lazy.ts'
import { createLifetimes } from './lifetimes.ts'
import { createModuleGraph } from './module-graph.ts'
import { createOpenness } from './openness.ts'
import { createPlaces } from './places.ts'
import type { Program } from './program.ts'
import type { Resolver } from './resolver/resolver.ts'
import { createTypes } from './types.ts'

/** All facts and the project around them → one program. */
export function link(files: readonly FileFacts[], project: ProjectFacts, models: Models, resolver: Resolver, world: Program['world']): Program {
  const modules = createModuleGraph(files, project, models.ownModuleOf)
  const denotations = createDenotations(files, modules)
  const declared = createDeclaredTypes(denotations, modules)
  const containers = lazy(() => readContainerBindings(files, denotations))
  const types = createTypes(models, denotations, modules, declared, containers, files)
  const graph = createCallGraph(files, denotations, types)
  const places = createPlaces(denotations, modules, graph)
  const events = createEvents(files, models, graph, types, denotations, places, createOpenness(files, project, types, modules, world))
  const lifetimes = createLifetimes(models, graph, events, denotations, containers, types, places)
  return { files, world, models, modules, denotations, declared, types, places, graph, events, lifetimes, resolver }
}
