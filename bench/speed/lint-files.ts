import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'

/** What `speed` writes for the process that lints. */
export interface LintTask {
  /** Absolute. */
  readonly cwd: string
  /** Relative to `cwd`. */
  readonly files: readonly string[]
  /** `empty`: one rule that does nothing, for ESLint itself works more once there is any; `recommended`: the plugin's. */
  readonly rules: 'none' | 'empty' | 'recommended'
}

/** What it prints. */
export interface LintReport {
  readonly files: number
  /** Files that ESLint could not parse: it does less work than the auditor if there are any. */
  readonly unparsed: number
  readonly reports: number
}

// Run as a program: node lint-files.js TASK.json
const { cwd, files, rules } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as LintTask
const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...(await languageOf(cwd)), ...(await configsOf(rules))], ignore: false })
const results = await eslint.lintFiles([...files])
const messages = results.flatMap(result => result.messages)
console.log(JSON.stringify({
  files: results.length,
  unparsed: messages.filter(({ fatal }) => fatal === true).length,
  reports: messages.filter(({ ruleId }) => ruleId !== null).length,
} satisfies LintReport))

/** As Node reads the files: a .js is what the package says. The sources' own directives are left out, for they name rules that are not here. */
async function languageOf(folder: string): Promise<Linter.Config[]> {
  const { type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly type?: string }
  const parser = (await import('@typescript-eslint/parser')) as unknown as Linter.Parser
  const linterOptions = { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } as const
  return [
    { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parser, sourceType: 'module' }, linterOptions },
    ...(type === 'module' ? [] : [{ files: ['**/*.{js,jsx}'], languageOptions: { sourceType: 'commonjs' as const } }]),
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' as const } },
    { files: ['**/*.{jsx,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  ]
}

async function configsOf(rules: LintTask['rules']): Promise<Linter.Config[]> {
  switch (rules) {
    case 'none': return []
    case 'empty': return [{ plugins: { empty: { rules: { rule: { create: () => ({}) } } } }, rules: { 'empty/rule': 'error' } }]
    case 'recommended': {
      const { default: plugin } = (await import(new URL('../../src/plugin.js', import.meta.url).href)) as { readonly default: { readonly configs: { readonly recommended: Linter.Config | Linter.Config[] } } }
      return [plugin.configs.recommended].flat()
    }
  }
}
