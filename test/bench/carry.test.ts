import { describe, expect, it } from 'vitest'
import { carry } from '../../bench/accuracy/carry.ts'
import { TinyRepository } from './tiny-repository.ts'

const FILE = 'lib/room.js'
const OLD = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** Where `line` of OLD stands in `now`. */
function carried(now: readonly string[], line: number) {
  using repository = new TinyRepository()
  repository.commit({ [FILE]: OLD.join('\n') + '\n' })
  const fix = repository.commit({ [FILE]: now.join('\n') + '\n', 'lib/other.js': 'changed too\n' })
  return carry(repository.repo, fix, FILE, line)
}

const at = (line: number) => ({ from: line, to: line })

describe('carry', () => {
  it('leaves lines above a change where they are', () => {
    expect(carried([...OLD.slice(0, 7), 'changed'], 3)).toEqual(at(3))
  })

  it('moves lines below an insertion by its length', () => {
    const now = OLD.toSpliced(2, 0, 'new', 'new too')
    expect(carried(now, 3)).toEqual(at(5))
    expect(carried(now, 8)).toEqual(at(10))
  })

  it('leaves the line that something is inserted behind where it is', () => {
    expect(carried(OLD.toSpliced(2, 0, 'new'), 2)).toEqual(at(2))
  })

  it('moves lines below a deletion up', () => {
    expect(carried(OLD.toSpliced(1, 3), 5)).toEqual(at(2))
  })

  it('carries a deleted line to the line above the gap', () => {
    expect(carried(OLD.toSpliced(1, 3), 3)).toEqual(at(1))
  })

  it('carries a changed line to all the lines that replace it', () => {
    expect(carried(OLD.toSpliced(3, 2, 'a', 'b', 'c'), 5)).toEqual({ from: 4, to: 6 })
  })

  it('adds up the changes above', () => {
    expect(carried(['zero', 'one', 'two', 'FOUR', 'five', 'five and a half', 'six', 'seven', 'eight'], 8)).toEqual(at(9))
  })

  it('finds each unchanged line again', () => {
    const now = ['top', 'one', 'two', '2a', '2b', 'five', 'six', 'changed', 'eight', 'end']
    const unchanged = OLD.filter(text => now.includes(text))
    expect(unchanged.map(text => carried(now, OLD.indexOf(text) + 1))).toEqual(unchanged.map(text => at(now.indexOf(text) + 1)))
  })

  it('leaves the lines of a file that the fix does not touch', () => {
    expect(carried(OLD, 4)).toEqual(at(4))
  })
})
