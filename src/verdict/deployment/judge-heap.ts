import type { DeploymentFacts, DeploymentFile, Launch, MemoryLimit } from '../../parse/deployment/deployment-facts.ts'
import type { Mask } from '../mask.ts'
import { packageOf, packagesOf, type Packages } from './packages.ts'
import { givenBy, isForDevelopers, startedBy, startsUnknown, type GivenOption } from './started.ts'

const HEAP = '--max-old-space-size'
/** In MiB. Below it the option keeps the heap smaller than V8 would make it on any machine of today, which hides nothing: it shows a leak sooner. */
const SMALLEST_RAISE = 1024
/** Scripts of a package.json that serve. */
const SERVING = /^(?:start|serve|server|prod|production)(?:[:._-]|$)/

/** A heap that is larger than V8 makes it, where no memory limit says that there is room for it. */
export function judgeHeap(deployment: DeploymentFacts): readonly Mask[] {
  const packages = packagesOf(deployment)
  const found = new Map<string, Mask | undefined>()
  for (const file of deployment.files) {
    for (const launch of file.launches.filter(each => isServing(file, each))) {
      for (const option of heapOptionsOf(packages, file, launch)) {
        const key = `${option.file.file}:${option.start}`, mask = maskOf(launch, option, roomIn(deployment, packages, option.file))
        // one launch with room for it is enough
        found.set(key, found.has(key) && found.get(key) === undefined ? undefined : mask)
      }
    }
  }
  return [...found.values()].filter(mask => mask !== undefined)
}

function isServing({ format }: DeploymentFile, { name, container }: Launch): boolean {
  return container?.isJob !== true && !isForDevelopers(name) && (format !== 'package.json' || SERVING.test(name))
}

/** Those that reach a server; all that the environment gives where the image or a script of the shell decides what runs. */
function heapOptionsOf(packages: Packages, file: DeploymentFile, launch: Launch): readonly GivenOption[] {
  const environment = startsUnknown(packages, file, launch) ? givenBy(file, launch.options) : []
  return [...environment, ...startedBy(packages, file, launch).flatMap(({ options }) => options)]
    .filter(({ name, value }) => name === HEAP && Number.isFinite(Number(value)))
}

function maskOf({ name, container }: Launch, option: GivenOption, roomElsewhere: number): Mask | undefined {
  const size = Number(option.value), limit: MemoryLimit = container?.limit ?? { kind: 'none' }
  const mask = { start: option.start, end: option.end, file: option.file, name, subject: `${HEAP}=${option.value!}`, confidence: 'likely', missing: [] } as const
  switch (limit.kind) {
    case 'unknown': return undefined
    case 'mebibytes': return size < limit.size ? undefined : { ...mask, kind: 'heap-beyond-limit' }
    case 'none': return size < SMALLEST_RAISE || size < roomElsewhere ? undefined : { ...mask, kind: 'heap-raised' }
  }
}

/** The largest limit, in MiB, of a container of the same package that may run it: its image is of the project, or not known to be another's. */
function roomIn({ files }: DeploymentFacts, packages: Packages, { file }: DeploymentFile): number {
  const owner = packageOf(packages, { file })
  const limits = files.filter(other => packageOf(packages, other) === owner).flatMap(({ launches }) => launches.flatMap(({ container }) => {
    if (container === undefined || !container.isBuilt && isOfficial(container.image)) return []
    return container.limit.kind === 'mebibytes' ? [container.limit.size] : container.limit.kind === 'unknown' ? [Infinity] : []
  }))
  return Math.max(0, ...limits)
}

/** `postgres:16`: images without a slash are Docker's own. Any of them but node's runs something else. */
function isOfficial(image: string | undefined): boolean {
  return image !== undefined && !image.includes('/') && !image.startsWith('node:')
}
