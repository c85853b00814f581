import { relative, sep } from 'node:path'

/** The path of `path` below `folder`, both absolute, written with `/`; `''` when they are the same, `../…` when it is not below. */
export function relativePath(folder: string, path: string): string {
  const found = relative(folder, path)
  return sep === '/' ? found : found.replaceAll(sep, '/')
}

/** Whether a path that `relativePath` gave leads out of the folder. */
export function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || /^[A-Za-z]:/.test(path)
}
