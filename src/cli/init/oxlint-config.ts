import { codeRules } from '../../../rules/index.ts'
import { readJson, setInJson } from './edit-json.ts'
import { PACKAGE, type Outcome, type Step } from './step.ts'

/** The plugin and its recommended rules in the configuration of oxlint, where oxlint is used. */
export const addToOxlint: Step = ({ read, dependencies }) => {
  const file = FILES.find(candidate => read(candidate) !== undefined)
  if (file === undefined && !dependencies.has('oxlint')) return { kind: 'left-out', what: 'oxlint', why: 'not among the dependencies' }
  if (file === undefined) return { kind: 'write', file: FILES[0], text: `${JSON.stringify({ $schema: './node_modules/oxlint/configuration_schema.json', jsPlugins: [PACKAGE], rules: RULES }, null, 2)}\n` }
  const text = read(file)!
  if (text.includes(PACKAGE)) return { kind: 'present', where: file }
  return file.endsWith('.ts') ? byHand(file, 'it is code') : edited(file, text)
}

const FILES = ['.oxlintrc.json', '.oxlintrc.jsonc', 'oxlint.config.ts'] as const

/** oxlint knows no presets of plugins: each rule is named. */
const RULES = Object.fromEntries(codeRules.filter(rule => rule.preset === 'recommended')
  .map(({ id, severity }) => [`leak-audit/${id}`, severity === 'error' ? 'error' : 'warn']))

function edited(file: string, text: string): Outcome {
  const config = readJson(text)
  if (config === undefined) return byHand(file, 'it is not valid JSON')
  const { jsPlugins = [], rules = {} } = config
  if (!Array.isArray(jsPlugins) || typeof rules !== 'object') return byHand(file, 'its jsPlugins or rules are of an unknown form')
  const withPlugin = setInJson(text, ['jsPlugins'], [...jsPlugins, PACKAGE])
  return { kind: 'write', file, text: Object.entries(RULES).reduce((before, [rule, severity]) => setInJson(before, ['rules', rule], severity), withPlugin) }
}

function byHand(file: string, why: string): Outcome {
  return { kind: 'by-hand', where: file, why, lines: `"jsPlugins": ["${PACKAGE}"],\n"rules": ${JSON.stringify(RULES, null, 2)}` }
}
