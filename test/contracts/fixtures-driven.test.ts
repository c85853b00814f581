import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingLines, undriven } from '../../bench/prove/claims.ts'
import { drivenPrograms } from '../../bench/prove/drivers.ts'
import { expectationsOf } from '../../bench/prove/expectations.ts'
import { placeOf } from '../../bench/prove/measured.ts'
import { programsFolder } from '../../bench/prove/run-programs.ts'

const programs = (await drivenPrograms()).filter(({ cases }) => cases.includes('leaky'))

test.each(programs.map(each => [each.program, each] as const))('%s: each leak is driven by npm run prove, or its line says why it is not', (program, { driver }) => {
  const expectations = expectationsOf(join(programsFolder, program, 'leaky')), events = driver.leaky?.events ?? []
  expect(events.flatMap(event => missingLines(event, expectations))).toEqual([])
  expect(undriven(events, expectations).map(one => `${placeOf(one)} ${one.text}`)).toEqual([])
})
