import { resolve } from 'node:path'
import { noCache, type AuditCache } from '../cache/audit-cache.ts'
import { cacheFolder } from '../cache/cache-folder.ts'
import { openDiskCache } from '../cache/disk-cache.ts'
import { toolIdentity } from '../cache/tool-identity.ts'

export interface CacheOptions {
  /** False with `--no-cache`. */
  readonly cache: boolean
  readonly cacheLocation?: string
}

/** The cache in the folder that is asked for, or where tools keep theirs; none where there is no such place. */
export function openCache({ cache, cacheLocation }: CacheOptions): AuditCache {
  const folder = !cache ? undefined : cacheLocation === undefined ? cacheFolder(process.cwd()) : resolve(cacheLocation)
  return folder === undefined ? noCache : openDiskCache({ folder, tool: toolIdentity() })
}
