import type { DeploymentFacts, DeploymentFile } from '../../parse/deployment/deployment-facts.ts'

/** The package.json files among the deployment files, deepest first. */
export type Packages = readonly DeploymentFile[]

export function packagesOf({ files }: DeploymentFacts): Packages {
  return files.filter(({ format }) => format === 'package.json').toSorted((a, b) => depthOf(b) - depthOf(a))
}

/** The nearest package.json in the folder of a file, or above it. */
export function packageOf(packages: Packages, { file }: Pick<DeploymentFile, 'file'>): DeploymentFile | undefined {
  return packages.find(({ file: manifest }) => isBelow(file, folderOf({ file: manifest })))
}

/** The package of a name, or in a folder of that name. */
export function packageNamed(packages: Packages, name: string): DeploymentFile | undefined {
  return packages.find(({ packageName, file }) => packageName === name || folderOf({ file }) === name.replace(/^\.\//, ''))
}

/** The folder of a file; empty for the working directory. */
export function folderOf({ file }: Pick<DeploymentFile, 'file'>): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0))
}

/** Whether a file stands in a folder, however deep; both may lead out of the working directory. */
export function isBelow(file: string, folder: string): boolean {
  const outer = upsOf(folder)
  // a folder that is nothing but `..` holds all that leads out no further
  if (folder === '' || outer === folder.split('/').length) return upsOf(file) <= outer
  return file.startsWith(`${folder}/`)
}

const upsOf = (path: string): number => path.split('/').filter(part => part === '..').length

function depthOf(manifest: DeploymentFile): number {
  return manifest.file.split('/').length - 2 * upsOf(manifest.file)
}
