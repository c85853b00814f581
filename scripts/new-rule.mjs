// npm run new-rule -- no-something: writes the rule, its page and its fixtures. Existing files are left alone.
import { scaffold } from './scaffold.mjs'

const id = process.argv[2] ?? ''
if (!/^no-[a-z]+(-[a-z]+)*$/.test(id)) {
  console.error('usage: npm run new-rule -- no-<what-is-wrong>   (lower case, words joined by -)')
  process.exit(2)
}

scaffold({
  [`rules/${id}.ts`]: `import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: '${id}',
  summary: '',
  preset: 'strict',
  severity: 'error',
  finds: [],
  message: defect => \`\${defect.holder} grows and nothing releases it.\`,
  hint: () => '',
})
`,
  [`docs/rules/${id}.md`]: `# ${id}

## What it reports

## Why it leaks

<!-- measured:start -->
<!-- measured:end -->

## Examples

Incorrect:

\`\`\`ts
\`\`\`

Correct:

\`\`\`ts
\`\`\`

## What ends it

## Limits

## Related
`,
  [`fixtures/programs/${id}/leaky/server.ts`]: '',
  [`fixtures/programs/${id}/mended/server.ts`]: '',
})
console.log(`Next: name in 'finds' the kinds of defect that it reports, add it to rules/index.ts, mark the acquire in the leaky fixture with
\`// leak: ${id}\`, then: npm run build && npm run generate && npm test`)
