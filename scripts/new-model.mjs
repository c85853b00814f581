// npm run new-model -- ioredis: writes the row file of a library and its fixture. Existing files are left alone.
import { writeFileSync } from 'node:fs'
import { indexOfModels } from './index-models.mjs'
import { scaffold } from './scaffold.mjs'

const library = process.argv[2] ?? ''
if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(library)) {
  console.error('usage: npm run new-model -- <package>   (as it is imported: ioredis, @nestjs/common)')
  process.exit(2)
}

const name = library.replace('@', '').replace('/', '-')
scaffold({
  [`src/models/libraries/${name}.ts`]: `// https://www.npmjs.com/package/${library}
import type { ModelRow } from '../row.ts'

export default [
] as const satisfies readonly ModelRow[]
`,
  [`fixtures/models/${name}.ts`]: `import {} from '${library}'
`,
})
writeFileSync('src/models/index.ts', indexOfModels())
console.log(`Next: write one row for each call that acquires, releases or is called per event, exercise each
row in the fixture, then: npm run build && npm run generate && npm test`)
