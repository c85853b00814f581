import { createRequire } from 'node:module'
import type { Linter, Rule as EslintRule } from 'eslint'
import { codeRules as rules } from '../rules/index.ts'
import { eslintRule, optionsOf } from './plugin/eslint-rule.ts'
import { createFileAnalysis } from './plugin/file-analysis.ts'
import type { Confidence, Severity } from './verdict/finding.ts'
import type { Rule } from './verdict/rule.ts'

interface LeakAuditPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Record<string, EslintRule.RuleModule>
  readonly configs: Readonly<Record<'recommended' | 'strict', Linter.Config>>
}

const NAMESPACE = 'leak-audit'
const { name, version } = createRequire(import.meta.url)('eslint-plugin-leak-audit/package.json') as { name: string; version: string }

const analyse = createFileAnalysis(rules)

/** The ESLint plugin: one rule for each of `rules/` that reads source code, over one analysis of each file. */
const plugin: LeakAuditPlugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules: Object.fromEntries(rules.map(rule => [rule.id, eslintRule(rule, analyse, urlOf(rule))])),
  configs: {
    /** What is certain or likely. */
    get recommended() { return configOf('recommended', rules.filter(rule => rule.preset === 'recommended'), 'likely') },
    /** All rules of source code, and what is only possible too. */
    get strict() { return configOf('strict', rules, 'possible') },
  },
}

export default plugin

const SEVERITIES = { error: 'error', warning: 'warn' } as const satisfies Readonly<Record<Severity, Linter.StringSeverity>>

// ESLint takes two configs together only when both mean the same plugin object
function configOf(preset: Rule['preset'], enabled: readonly Rule[], minConfidence: Confidence): Linter.Config {
  const entries = enabled.map(({ id, severity }): [string, Linter.RuleEntry] => [`${NAMESPACE}/${id}`, [SEVERITIES[severity], ...optionsOf(minConfidence)]])
  return { name: `${NAMESPACE}/${preset}`, plugins: { [NAMESPACE]: plugin }, rules: Object.fromEntries(entries) }
}

/** The rule's page as it was published with this version. */
function urlOf(rule: Rule): string {
  return `https://unpkg.com/${name}@${version}/docs/rules/${rule.id}.md`
}
