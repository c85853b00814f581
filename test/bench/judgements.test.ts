import { describe, expect, it } from 'vitest'
import { type Judgement, judgedPackage, readJudgements } from '../../bench/judged/judgement.ts'
import { matchJudgements } from '../../bench/judged/match-judgements.ts'
import { precisionTable } from '../../bench/judged/precision-table.ts'
import { readJson } from '../../bench/read-json.ts'
import { printedFindingOf } from './printed-finding-of.ts'

const judgement: Judgement = { rule: 'no-unreleased-listener', file: 'lib/room.js', line: 10, fingerprint: 'f1', verdict: 'true', why: 'leave() removes the member only' }

describe('matchJudgements', () => {
  it('knows a finding by its place, whatever its fingerprint', () => {
    expect(matchJudgements([printedFindingOf({ fingerprint: 'f2' })], [judgement])).toMatchObject({ judged: [{ judgement }], unjudged: [], vanished: [] })
  })

  it('knows a finding that moved by its fingerprint', () => {
    expect(matchJudgements([printedFindingOf({ line: 14 })], [judgement])).toMatchObject({ judged: [{ judgement }], unjudged: [], vanished: [] })
  })

  it('spends a judgement once, on the finding at its place', () => {
    const moved = printedFindingOf({ line: 14 }), there = printedFindingOf()
    expect(matchJudgements([moved, there], [judgement])).toEqual({ judged: [{ finding: there, judgement }], unjudged: [moved], vanished: [] })
  })

  it('tells what is not judged and what vanished', () => {
    const timer = printedFindingOf({ rule: 'no-uncleared-interval' })
    expect(matchJudgements([timer], [judgement])).toEqual({ judged: [], unjudged: [timer], vanished: [judgement] })
  })
})

describe('precisionTable', () => {
  it('counts by rule, by package and in all', () => {
    const of = (name: string, rule: string, verdict: Judgement['verdict']) => ({ package: name, rule, verdict })
    expect(precisionTable([of('chat', 'listener', 'true'), of('chat', 'timer', 'false'), of('feed', 'listener', 'true')]).split('\n').slice(2)).toEqual([
      '| listener | 2 | 2 | 0 | 100 % |',
      '| timer | 1 | 0 | 1 | 0 % |',
      '| chat | 2 | 1 | 1 | 50 % |',
      '| feed | 1 | 1 | 0 | 100 % |',
      '| all | 3 | 2 | 1 | 67 % |',
    ])
  })
})

describe('judgedPackage', () => {
  const fileOf = (broken: object) => ({ package: 'chat-server', version: '1.4.0', judgements: [{ ...judgement, ...broken }] })

  it('names what is wrong in a judgement', () => {
    expect(() => judgedPackage(fileOf({ verdict: true }), 'chat.json')).toThrow("chat.json: judgement 1 must have the verdict 'true' or 'false'")
    expect(() => judgedPackage(fileOf({ why: '' }), 'chat.json')).toThrow('chat.json: judgement 1 has no why')
    expect(() => judgedPackage({ judgements: [] }, 'chat.json')).toThrow('chat.json: package, version and judgements are expected')
  })

  it('asks for what the schema asks for', () => {
    const schema = readJson('bench/judged/schema.json') as { properties: { judgements: { items: { required: string[] } } } }
    for (const key of schema.properties.judgements.items.required) {
      expect(() => judgedPackage(fileOf({ [key]: undefined }), 'chat.json'), key).toThrow(key)
    }
  })

  it('accepts every file of bench/judged', () => {
    expect(() => readJudgements()).not.toThrow()
  })
})
