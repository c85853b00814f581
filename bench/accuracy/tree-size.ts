import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface TreeSize {
  readonly files: number
  readonly bytes: number
}

/** The files below a folder. */
export function treeSize(folder: string): TreeSize {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return { files: files.length, bytes: files.reduce((total, { parentPath, name }) => total + statSync(join(parentPath, name)).size, 0) }
}
