import { existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/**
 * Lets the packages of a tree find what is installed in the work tree at `top`, for their types: links to each installed package. What is
 * installed as a link to a package of the repository itself leads to that package in the tree.
 */
export function linkDependencies(top: string, root: string, packages: readonly string[]): void {
  for (const folder of new Set(['.', ...packages])) linkEach(join(top, folder, 'node_modules'), join(root, folder, 'node_modules'), { top, root })
  const above = nearestAbove(top)
  if (above !== undefined) link(above, join(dirname(root), 'node_modules'))
}

interface Trees { readonly top: string; readonly root: string }

function linkEach(from: string, to: string, trees: Trees): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name.startsWith('@')) linkEach(join(from, name), join(to, name), trees)
    else link(inTree(join(from, name), trees), join(to, name))
  }
}

function inTree(installed: string, { top, root }: Trees): string {
  if (!existsSync(installed)) return installed
  const path = relative(top, realpathSync(installed))
  return path.startsWith('..') || path.split(sep).includes('node_modules') ? installed : join(root, path)
}

function link(target: string, path: string): void {
  if (!existsSync(path) && existsSync(target)) symlinkSync(target, path, 'junction')
}

function nearestAbove(folder: string): string | undefined {
  const parent = dirname(folder)
  if (parent === folder) return undefined
  return existsSync(join(parent, 'node_modules')) ? join(parent, 'node_modules') : nearestAbove(parent)
}
