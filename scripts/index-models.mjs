import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

/** The library files of src/models/libraries, by name, without extension. */
export function libraryNames() {
  return readdirSync('src/models/libraries').map(file => basename(file, '.ts')).sort()
}

/** The text of src/models/index.ts: every row of every library file. */
export function indexOfModels() {
  const names = libraryNames()
  return `// Written by npm run generate.
${names.map(name => `import ${bindingOf(name)} from './libraries/${name}.ts'\n`).join('')}import type { ModelRow } from './row.ts'

const libraries: readonly (readonly ModelRow[])[] = [
${names.map(name => `  ${bindingOf(name)},\n`).join('')}]

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = libraries.flat()
`
}

/** `node-child-process`: `nodeChildProcess`. */
function bindingOf(name) {
  return name.replace(/[^a-z0-9]+([a-z0-9])/gi, (_, letter) => letter.toUpperCase())
}
