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

/** Where the cache is: the folder that is asked for, or where tools keep theirs; undefined where there is no such place, or none is wanted. */
export function cacheFolderFor({ cache, cacheLocation }: CacheOptions): string | undefined {
  if (!cache) return undefined
  return cacheLocation === undefined ? cacheFolder(process.cwd()) : resolve(cacheLocation)
}

/** Opened for each audit anew: others write there too. */
export const openCache = (folder: string | undefined): AuditCache => folder === undefined ? noCache : openDiskCache({ folder, tool: toolIdentity() })
