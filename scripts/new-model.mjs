// npm run new-model -- ioredis: writes the row file of a library and its fixture. Existing files are left alone.
import { scaffold } from './scaffold.mjs'

const library = process.argv[2] ?? ''
if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(library)) {
  console.error('usage: npm run new-model -- <package>   (as it is imported: ioredis, @nestjs/common)')
  process.exit(2)
}

const name = library.replace('@', '').replace('/', '-')
scaffold({
  [`src/models/libraries/${name}.ts`]: `import type { ModelRow } from '../row.ts'

// https://www.npmjs.com/package/${library}
export default [
] as const satisfies readonly ModelRow[]
`,
  [`fixtures/models/${name}.ts`]: `import {} from '${library}'
`,
})
console.log(`Next: write one row for each call that acquires, releases or is called per event, add the file to src/models/index.ts, exercise each
row in the fixture, then: npm run build && npm run generate && npm test`)
