import type { Rule as EslintRule, SourceCode } from 'eslint'
import type { Confidence, Finding, Mend } from '../verdict/finding.ts'
import type { CodeRule } from '../verdict/rule.ts'
import { replacementsOf } from './apply-mend.ts'
import type { FileAnalysis } from './file-analysis.ts'
import { SettingsError } from './settings.ts'

interface RuleOptions {
  /** Findings below it are left out. Default `likely`. */
  readonly minConfidence?: Confidence
}

/** Increasing. */
const CONFIDENCES: readonly Confidence[] = ['possible', 'likely', 'certain']
const DEFAULT: Confidence = 'likely'

/** The options that ask for these findings, as a configuration gives them. */
export function optionsOf(minConfidence: Confidence): readonly [] | readonly [RuleOptions] {
  return minConfidence === DEFAULT ? [] : [{ minConfidence }]
}

/** A rule as ESLint and oxlint know it: it says, of the findings of the file, those that are its own. */
export function eslintRule(rule: CodeRule, analyse: FileAnalysis, url: string): EslintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.summary, url, recommended: rule.preset === 'recommended' },
      hasSuggestions: true,
      schema: [{
        type: 'object',
        properties: { minConfidence: { description: 'Findings below it are left out.', enum: [...CONFIDENCES] } },
        additionalProperties: false,
      }],
      defaultOptions: [{ minConfidence: DEFAULT }],
      messages: {
        leak: '{{message}} {{hint}}.',
        mend: '{{description}}',
        settings: '{{problem}}',
        failed: 'leak-audit cannot analyse this file: {{reason}}. It reports nothing here; please report the defect.',
      },
    },
    create: context => ({
      // at the start, so that the report of a failure stands where the file begins
      Program: () => {
        // ESLint before 9.15 does not read `defaultOptions`
        const { minConfidence = DEFAULT } = (context.options[0] ?? {}) as RuleOptions
        for (const finding of findingsOf(context, analyse)) {
          if (finding.rule === rule.id && isAtLeast(minConfidence, finding.confidence)) report(context, finding)
        }
      },
    }),
  }
}

function isAtLeast(least: Confidence, confidence: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(least)
}

/**
 * An exception thrown on would end the lint of all files, with a stack. So it is a problem of its file, as typescript-eslint makes what its
 * parser throws a problem of the file.
 */
function findingsOf(context: EslintRule.RuleContext, analyse: FileAnalysis): readonly Finding[] {
  try {
    return analyse(context)
  } catch (error) {
    if (error instanceof SettingsError) {
      context.report({ loc: { line: 1, column: 0 }, messageId: 'settings', data: { problem: error.message } })
      return []
    }
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')
    context.report({ loc: { line: 1, column: 0 }, messageId: 'failed', data: { reason } })
    return []
  }
}

function report(context: EslintRule.RuleContext, { start, end, message, release, mend }: Finding): void {
  const { sourceCode } = context
  context.report({
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    messageId: 'leak',
    data: { message, hint: release.hint },
    suggest: mend === undefined ? [] : suggestionsOf(mend, sourceCode),
  })
}

function suggestionsOf(mend: Mend, sourceCode: SourceCode): EslintRule.SuggestionReportDescriptor[] {
  const replacements = replacementsOf(mend, sourceCode)
  if (replacements === undefined) return []
  return [{
    messageId: 'mend',
    data: { description: mend.description },
    fix: fixer => replacements.map(({ range, text }) => fixer.replaceTextRange(range, text)),
  }]
}
