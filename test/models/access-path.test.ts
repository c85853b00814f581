import { describe, expect, test } from 'vitest'
import { parseAccessPath, parseCallTarget, parseEnding } from '../../src/models/access-path.ts'
import { parseSymbolKey } from '../../src/models/symbol-key.ts'

describe('an access path', () => {
  test.each([
    ['this', { root: { kind: 'this' }, members: [] }],
    ['return', { root: { kind: 'return' }, members: [] }],
    ['process', { root: { kind: 'process' }, members: [] }],
    ['this.signal', { root: { kind: 'this' }, members: ['signal'] }],
    ['arg[0]', { root: { kind: 'arg', index: 0 }, members: [] }],
    ['arg[12]', { root: { kind: 'arg', index: 12 }, members: [] }],
    ['arg[1].signal', { root: { kind: 'arg', index: 1 }, members: ['signal'] }],
    ['arg[0].options.handler', { root: { kind: 'arg', index: 0 }, members: ['options', 'handler'] }],
    ['arg[0].resolvers.*.*', { root: { kind: 'arg', index: 0 }, members: ['resolvers', '*', '*'] }],
    ['arg[last]', { root: { kind: 'arg', index: 'last' }, members: [] }],
    ['arg[1..]', { root: { kind: 'args', from: 1 }, members: [] }],
    ['arg[0..].handler', { root: { kind: 'args', from: 0 }, members: ['handler'] }],
    ['param[1]', { root: { kind: 'param', index: 1 }, members: [] }],
  ])('%s is read', (text, path) => {
    expect(parseAccessPath(text)).toEqual(path)
  })

  test.each(['', 'args[0]', 'arg', 'arg[]', 'arg[-1]', 'arg[first]', 'arg[0', 'arg[0]signal', 'arg[1...]', 'param[last]', 'param[0..]', 'receiver', 'this[0]'])('%j is refused, and named', text => {
    expect(() => parseAccessPath(text)).toThrow(`Access path '${text}'`)
  })

  test.each(['arg[0].', 'arg[0]..signal', 'arg[0].on error', 'this.0'])('%j is refused for its member', text => {
    expect(() => parseAccessPath(text)).toThrow(/is not a member name/)
  })
})

describe('what ends a hold', () => {
  test('is a word or the path of an option', () => {
    expect(parseEnding('first-event')).toBe('first-event')
    expect(parseEnding('arg[2].signal')).toEqual({ root: { kind: 'arg', index: 2 }, members: ['signal'] })
    expect(() => parseEnding('sometime')).toThrow("'sometime'")
  })
})

describe('what an entry calls', () => {
  test('is a word or the path of a function', () => {
    expect(parseCallTarget('decorated')).toBe('decorated')
    expect(parseCallTarget('arg[last]')).toEqual({ root: { kind: 'arg', index: 'last' }, members: [] })
    expect(() => parseCallTarget('callback')).toThrow("'callback'")
  })
})

describe('a symbol key', () => {
  test.each([
    ['global#setTimeout', { pkg: 'global', name: 'setTimeout' }],
    ['node:events#EventEmitter.on', { pkg: 'node:events', owner: 'EventEmitter', name: 'on' }],
    ['@hapi/hapi#Request.raw.req', { pkg: '@hapi/hapi', owner: 'Request.raw', name: 'req' }],
    ['node:fs/promises#FileHandle.Symbol.asyncDispose', { pkg: 'node:fs/promises', owner: 'FileHandle', name: 'Symbol.asyncDispose' }],
  ])('%s is split', (symbol, key) => {
    expect(parseSymbolKey(symbol)).toEqual(key)
  })

  test.each(['setTimeout', '#on', 'node:events#'])('%j is refused', symbol => {
    expect(() => parseSymbolKey(symbol)).toThrow(`Symbol key '${symbol}'`)
  })
})
