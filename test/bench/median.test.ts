import { expect, it } from 'vitest'
import { median } from '../../bench/speed/median.ts'

it('is the middle one, or the mean of the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5])
})
