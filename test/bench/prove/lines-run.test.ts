import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectationsIn } from '../../../bench/prove/expectations.ts'
import { watchLines } from '../../../bench/prove/lines-run.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const RATES = `const rates = new Map()
exports.note = (pair, rate) => {
  if (rates.size === 5_000) return
  rates.set(pair, rate) // leak: no-unbounded-cache
}
exports.forget = () => {
  rates.clear() // ok
}
`

test('which lines ran is told of the file as a driver changed it before it was loaded', () => {
  const file = join(temporaryFolder(), 'rates.cjs')
  writeFileSync(file, RATES)
  const lines = watchLines(join(file, '..'), expectationsIn('rates.cjs', RATES))
  writeFileSync(file, RATES.replace('rates.size === 5_000', 'rates.size > 20 + 30 + 50 && pair !== undefined && rate !== undefined'))
  const { note } = createRequire(import.meta.url)(file) as { note: (pair: string, rate: number) => void }
  lines.ran()
  note('EUR/USD', 1.1)
  const ran = lines.ran()
  lines.end()
  expect(ran.map(({ text }) => text)).toEqual(['rates.set(pair, rate)'])
})
