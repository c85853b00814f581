import picomatch from 'picomatch'
import type { Config, RuleLevel, RuleOptions, RuleSettings } from './parse/config-schema.ts'
import type { Confidence, Severity } from './verdict/finding.ts'
import type { Rule } from './verdict/rule.ts'

/** What holds for the findings of one file. */
export interface FileSettings {
  readonly minConfidence: Confidence
  readonly rules: Readonly<Record<string, RuleSetting>>
}

export interface RuleSetting {
  readonly level: RuleLevel
  /** True when a person has chosen the level; else each finding has the one that fits it. */
  readonly isChosen: boolean
  readonly options: RuleOptions
}

type KnownRule = Pick<Rule, 'id' | 'preset' | 'severity'>

/** Answers by file, relative to the working directory. `asked`: the least confidence that the command line asks for. */
export function createFileSettings(config: Pick<Config, 'presets' | 'rules' | 'minConfidence' | 'overrides'>, rules: readonly KnownRule[], asked?: Confidence): (file: string) => FileSettings {
  const isStrict = config.presets.includes('strict')
  const overrides = config.overrides.map(override => ({ ...override, matches: picomatch(override.files.map(wholeFolder), { dot: true }) }))
  return file => {
    const fitting = overrides.filter(({ matches }) => matches(file))
    const minConfidence = asked ?? fitting.findLast(override => override.minConfidence !== undefined)?.minConfidence ?? config.minConfidence ?? (isStrict ? 'possible' : 'likely')
    const settings: RuleSettings = Object.assign({}, config.rules, ...fitting.map(override => override.rules ?? {}))
    return { minConfidence, rules: Object.fromEntries(rules.map(rule => [rule.id, settingOf(rule, settings[rule.id], isStrict || minConfidence === 'possible')])) }
  }
}

/** `src/legacy/` means what is in it. */
const wholeFolder = (glob: string): string => glob.endsWith('/') ? `${glob}**` : glob.replace(/^\.\//, '')

function settingOf({ preset, severity }: KnownRule, chosen: RuleSettings[string] | undefined, isStrict: boolean): RuleSetting {
  if (chosen === undefined) return { level: preset === 'recommended' || isStrict ? severity : 'off', isChosen: false, options: {} }
  const [level, options = {}]: readonly (RuleLevel | RuleOptions)[] = typeof chosen === 'string' ? [chosen] : chosen
  return { level: level as 'off' | Severity, isChosen: true, options: options as RuleOptions }
}

/** The least confidence that any rule or file is to be reported with, so that the audit leaves out nothing that is asked for. */
export function leastConfidence({ presets, rules, minConfidence, overrides }: Pick<Config, 'presets' | 'rules' | 'minConfidence' | 'overrides'>): Confidence {
  const ofRules = (settings: RuleSettings = {}) => Object.values(settings).flatMap(setting => typeof setting === 'string' ? [] : setting[1]?.minConfidence ?? [])
  const all = [minConfidence ?? (presets.includes('strict') ? 'possible' : 'likely'), ...ofRules(rules), ...overrides.flatMap(override => [...override.minConfidence === undefined ? [] : [override.minConfidence], ...ofRules(override.rules)])]
  return (['possible', 'likely', 'certain'] as const).find(level => all.includes(level)) ?? 'likely'
}

/** Rules that somebody gives a level, for some file. */
export const rulesWithLevel = ({ rules, overrides }: Pick<Config, 'rules' | 'overrides'>): readonly string[] =>
  [rules, ...overrides.map(override => override.rules ?? {})].flatMap(settings => Object.entries(settings).flatMap(([id, setting]) => (typeof setting === 'string' ? setting : setting[0]) === 'off' ? [] : [id]))
