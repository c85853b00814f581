import { expect, test } from 'vitest'
import { initIn, packageWith, textAfter } from './init-in.ts'

test.each([
  ['a list', `import js from '@eslint/js'

export default [
  js.configs.recommended,
]
`, `import js from '@eslint/js'
import leakAudit from 'eslint-plugin-leak-audit'

export default [
  js.configs.recommended,
  leakAudit.configs.recommended,
]
`],
  ['defineConfig with a list, semicolons, double quotes and a comment behind the last entry', `// @ts-check
import { defineConfig } from "eslint/config";

export default defineConfig([
    { rules: { eqeqeq: "error" } } // ours
]);
`, `// @ts-check
import { defineConfig } from "eslint/config";
import leakAudit from "eslint-plugin-leak-audit";

export default defineConfig([
    { rules: { eqeqeq: "error" } }, // ours
    leakAudit.configs.recommended
]);
`],
  ['a call with an entry for each argument', `import tseslint from 'typescript-eslint'
export default tseslint.config(
  tseslint.configs.strict,
)
`, `import tseslint from 'typescript-eslint'
import leakAudit from 'eslint-plugin-leak-audit'
export default tseslint.config(
  tseslint.configs.strict,
  leakAudit.configs.recommended,
)
`],
  ['a list on one line, behind a name and a type', `const config = [{ rules: {} }] satisfies object[]
export default config
`, `import leakAudit from 'eslint-plugin-leak-audit'

const config = [{ rules: {} }, leakAudit.configs.recommended] satisfies object[]
export default config
`],
  ['an empty list with a type in a comment', `// @ts-check
/** @type {import('eslint').Linter.Config[]} */
export default []
`, `// @ts-check
import leakAudit from 'eslint-plugin-leak-audit'

/** @type {import('eslint').Linter.Config[]} */
export default [leakAudit.configs.recommended]
`],
  ['CommonJS', `'use strict'
const { defineConfig } = require('eslint/config')
module.exports = defineConfig([{ rules: {} }])
`, `'use strict'
const { defineConfig } = require('eslint/config')
const { default: leakAudit } = require('eslint-plugin-leak-audit')
module.exports = defineConfig([{ rules: {} }, leakAudit.configs.recommended])
`],
  ['a name that is taken', `import leakAudit from './leak-audit.js'
export default [leakAudit]
`, `import leakAudit from './leak-audit.js'
import leakAuditPlugin from 'eslint-plugin-leak-audit'
export default [leakAudit, leakAuditPlugin.configs.recommended]
`],
  ['lines that end with CR and LF', 'export default [\r\n  {},\r\n]\r\n', "import leakAudit from 'eslint-plugin-leak-audit'\r\n\r\nexport default [\r\n  {},\r\n  leakAudit.configs.recommended,\r\n]\r\n"],
])('%s takes one more entry', async (_, before, after) => {
  const plan = await initIn({ 'eslint.config.ts': before })
  expect(textAfter(plan, 'eslint.config.ts')).toBe(after)
})

test.each([
  ['export default await compose()\n', 'its entries are not written as a list'],
  ["import antfu from '@antfu/eslint-config'\nexport default antfu({ typescript: true })\n", 'its entries are not written as a list'],
  ["import { defineConfig } from './own.js'\nexport default defineConfig([])\n", 'its entries are not written as a list'],
  ["export * from './shared.js'\n", 'it has no default export'],
  ['export default [\n', 'it does not parse'],
])('%j is left alone, and the lines to add are printed', async (text, why) => {
  const { changes, byHand } = await initIn({ 'eslint.config.js': text })
  expect(changes.map(({ file }) => file)).not.toContain('eslint.config.js')
  expect(byHand).toEqual([expect.objectContaining({ where: 'eslint.config.js', why, lines: expect.stringContaining('leakAudit.configs.recommended') })])
})

test('a configuration that has the plugin stays as it is', async () => {
  const text = "import leaks from 'eslint-plugin-leak-audit'\nexport default [leaks.configs.strict]\n"
  const { changes, present } = await initIn({ 'eslint.config.js': text })
  expect(changes.map(({ file }) => file)).not.toContain('eslint.config.js')
  expect(present).toContainEqual({ kind: 'present', where: 'eslint.config.js' })
})

test('a project with ESLint and no configuration gets one, with the parser for TypeScript that it has', async () => {
  const plan = await initIn({ 'package.json': packageWith('eslint', 'typescript-eslint') })
  expect(textAfter(plan, 'eslint.config.js')).toBe(`import leakAudit from 'eslint-plugin-leak-audit'
import tseslint from 'typescript-eslint'

export default [
  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: tseslint.parser } },
  leakAudit.configs.recommended,
]
`)
})

test('a project without ESLint gets no configuration of it', async () => {
  const { changes, leftOut } = await initIn({})
  expect(changes.map(({ file }) => file)).not.toContain('eslint.config.mjs')
  expect(leftOut).toContainEqual({ kind: 'left-out', what: 'ESLint', why: 'not among the dependencies' })
})

test('an eslintrc is named, not changed', async () => {
  const { byHand } = await initIn({ 'package.json': packageWith('eslint'), '.eslintrc.json': '{}' })
  expect(byHand[0]?.why).toMatch(/^\.eslintrc\.json is of the form that ESLint gave up/)
})
