import { commandsOfFields, optionsOfField } from './container.ts'
import type { DeploymentContent, Launch, MemoryLimit, Restart, Span } from './deployment-facts.ts'
import { hashComments } from './hash-comments.ts'
import { entryOf, itemsOf, textOf, valueAt, type Located } from './located.ts'
import { kubernetesLimit } from './memory.ts'
import { parseYaml } from './parse-yaml.ts'
import { isReadError, type ReadError } from './read-error.ts'

/** Manifests of workloads: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/ */
export function readKubernetes(text: string): DeploymentContent | ReadError {
  const documents = parseYaml(text)
  if (isReadError(documents)) return documents
  const manifests = documents.flatMap(manifestsIn)
  const containers = manifests.flatMap(containersOf)
  return {
    launches: containers.map(container => launchOf(text, container)),
    restarts: containers.flatMap(container => restartsOf(text, container)),
    comments: hashComments(text),
    ...(manifests.some(hasDefaultLimit) ? { hasDefaultLimit: true } : {}),
  }
}

/** A List holds manifests. */
function manifestsIn(document: Located): readonly Located[] {
  return textOf(valueAt(document, 'kind')) === 'List' ? itemsOf(valueAt(document, 'items')).flatMap(manifestsIn) : [document]
}

/** Where the kinds of workload keep the description of their pod. */
const POD_SPECS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'], StatefulSet: ['spec', 'template', 'spec'], DaemonSet: ['spec', 'template', 'spec'], ReplicaSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'], CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
}

interface Described {
  readonly kind: string
  /** Of the workload. */
  readonly name: string
  readonly container: Located
  /** What all containers of the pod share, where the pod says it. */
  readonly limit: Located | undefined
}

/** Those that serve: init containers run and end. */
function containersOf(manifest: Located): readonly Described[] {
  const kind = textOf(valueAt(manifest, 'kind')) ?? ''
  const path = Object.hasOwn(POD_SPECS, kind) ? POD_SPECS[kind] : undefined
  if (path === undefined) return []
  const name = textOf(valueAt(manifest, 'metadata', 'name')) ?? ''
  return itemsOf(valueAt(manifest, ...path, 'containers')).map(container => ({ kind, name, container, limit: valueAt(manifest, ...path, ...LIMIT) }))
}

function launchOf(text: string, { kind, name: workload, container, limit }: Described): Launch {
  const name = textOf(valueAt(container, 'name')) ?? '', image = textOf(valueAt(container, 'image'))
  const variable = itemsOf(valueAt(container, 'env')).find(item => textOf(valueAt(item, 'name')) === 'NODE_OPTIONS')
  const { options, areOptionsKnown } = optionsOfField(text, variable === undefined ? undefined : valueAt(variable, 'value') ?? variable)
  return {
    ...headOf(container), name, options,
    commands: commandsOfFields(text, valueAt(container, 'command'), valueAt(container, 'args')),
    isEnvironmentKnown: areOptionsKnown && valueAt(container, 'envFrom') === undefined,
    container: { key: `${kind}/${workload}/${name}`, ...(image === undefined ? {} : { image }), isBuilt: false, isJob: kind === 'Job' || kind === 'CronJob', limit: limitOf(container, limit) },
  }
}

/** The line that names the container: the whole of it would be a screen. */
function headOf(container: Located): Span {
  const { start, end } = entryOf(container, 'name', 'image') ?? container
  return { start, end }
}

const LIMIT = ['resources', 'limits', 'memory'] as const

function limitOf(container: Located, ofPod: Located | undefined): MemoryLimit {
  const limit = valueAt(container, ...LIMIT) ?? ofPod
  if (limit === undefined) return ['resources', 'limits'].some(key => (valueAt(container, key) ?? valueAt(container, 'resources', key))?.kind === 'unknown') ? { kind: 'unknown' } : { kind: 'none' }
  return kubernetesLimit(textOf(limit) ?? '')
}

function hasDefaultLimit(manifest: Located): boolean {
  if (textOf(valueAt(manifest, 'kind')) !== 'LimitRange') return false
  return itemsOf(valueAt(manifest, 'spec', 'limits')).some(limit => valueAt(limit, 'default', 'memory') !== undefined)
}

/** Programs that restart what another manifest describes. */
const RESTARTING = /\bkubectl\b[^\n;&|]*\brollout\s+restart\b/
/** What a probe reads to learn how much memory is used. */
const MEMORY_USED = /memory\.(?:usage_in_bytes|current|stat)|\bVmRSS\b|\/proc\/\S*\/status\b.*\bRSS\b|\bps\b.*\brss\b/i

function restartsOf(text: string, { kind, container }: Described): readonly Restart[] {
  const command = entryOf(container, 'args') ?? entryOf(container, 'command')
  const name = textOf(valueAt(container, 'name'))
  const probe = entryOf(valueAt(container, 'livenessProbe', 'exec'), 'command')
  return [
    ...(kind === 'CronJob' && command !== undefined && RESTARTING.test(wordsOf(container)) ? [{ ...within(text, command), by: 'clock' as const, text: 'kubectl rollout restart' }] : []),
    ...(probe !== undefined && MEMORY_USED.test(itemsOf(probe.value).map(textOf).join(' ')) ? [{ ...within(text, probe), by: 'memory' as const, text: 'livenessProbe', ...(name === undefined ? {} : { name }) }] : []),
  ]
}

function wordsOf(container: Located): string {
  return ['command', 'args'].flatMap(key => itemsOf(valueAt(container, key)).map(textOf)).join(' ')
}

/** The place without the line ends behind it, which block texts have. */
function within(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}
