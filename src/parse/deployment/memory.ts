import type { MemoryLimit } from './deployment-facts.ts'

const MEBIBYTE = 2 ** 20

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const KUBERNETES: Readonly<Record<string, number>> = {
  '': 1, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40,
}
/** https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values, whatever the case of the letters. */
const COMPOSE: Readonly<Record<string, number>> = {
  '': 1, b: 1, k: 2 ** 10, kb: 2 ** 10, m: 2 ** 20, mb: 2 ** 20, g: 2 ** 30, gb: 2 ** 30,
}

/** `512Mi`, `1e9`. */
export function kubernetesLimit(text: string): MemoryLimit {
  return limitOf(text.trim(), KUBERNETES)
}

/** `512m`, `1.5GB`. */
export function composeLimit(text: string): MemoryLimit {
  return limitOf(text.trim().toLowerCase(), COMPOSE)
}

function limitOf(text: string, units: Readonly<Record<string, number>>): MemoryLimit {
  const [, number, unit] = /^(\d+(?:\.\d+)?(?:e\d+)?)([A-Za-z]*)$/.exec(text) ?? []
  const bytes = unit === undefined || !Object.hasOwn(units, unit) ? undefined : Number(number) * units[unit]!
  return bytes === undefined ? { kind: 'unknown' } : { kind: 'mebibytes', size: bytes / MEBIBYTE }
}
