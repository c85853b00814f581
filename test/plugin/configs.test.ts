import { expect, it } from 'vitest'
import { codeRules as rules } from '../../rules/index.ts'
import plugin from '../../src/plugin.ts'

const idsOf = (config: { rules?: object }) => Object.keys(config.rules ?? {}).sort()

it('recommended turns on exactly the rules that say so', () => {
  expect(idsOf(plugin.configs.recommended)).toEqual(rules.filter(rule => rule.preset === 'recommended').map(rule => `leak-audit/${rule.id}`).sort())
})

it('strict turns on every rule of source code, and shows what is only possible', () => {
  expect(idsOf(plugin.configs.strict)).toEqual(rules.map(rule => `leak-audit/${rule.id}`).sort())
  expect(plugin.configs.strict.rules?.['leak-audit/no-unbounded-collection']).toEqual(['error', { minConfidence: 'possible' }])
})

it('a rule has a page, a summary and a schema', () => {
  for (const { id } of rules) {
    const { meta } = plugin.rules[id]!
    expect(meta?.docs?.url).toContain(`docs/rules/${id}.md`)
    expect(meta?.docs?.description).not.toBe('')
    expect(meta?.schema).toHaveLength(1)
  }
})
