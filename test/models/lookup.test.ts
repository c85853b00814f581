import { describe, expect, test } from 'vitest'
import { SETUP_MEMBERS, TEARDOWN_MEMBERS } from '../../src/models/conventions.ts'
import { builtInRows } from '../../src/models/index.ts'
import { createModels } from '../../src/models/lookup.ts'
import type { ModelRow } from '../../src/models/row.ts'

const models = createModels(builtInRows)
const rolesOf = (rows: readonly ModelRow[]) => rows.map(row => `${row.role} ${row.symbol}`)

describe('rows of a symbol', () => {
  test('are those of exactly that symbol', () => {
    expect(rolesOf(models.rowsOf('global#queueMicrotask'))).toEqual(['entry global#queueMicrotask'])
    expect(models.rowsOf('global#setTimeouts')).toEqual([])
  })

  test('are found through the default export of a CommonJS package', () => {
    expect(models.rowsOf('node:http#default.createServer')).toEqual(models.rowsOf('node:http#createServer'))
    expect(models.returnsOf('express#default.Router')).toBe('express#Router')
    expect(models.lifetimeOf('koa#default.Context')).toBe('event')
  })
})

describe('rows of a member', () => {
  test('climb to what the type extends', () => {
    const acquires = models.memberRows('ws#WebSocket', 'on').filter(row => row.role === 'acquire')
    expect(rolesOf(acquires)).toEqual(['acquire node:events#EventEmitter.on'])
  })

  test('come nearest first, and entry rows add up', () => {
    const entries = models.memberRows('node:https#Server', 'on').filter(row => row.role === 'entry').map(row => row.when?.['arg[0]'])
    expect(entries).toEqual([['request', 'checkContinue', 'checkExpectation'], ['upgrade', 'connect'], ['clientError', 'dropRequest'], 'secureConnection', 'connection', ['close', 'end', 'finish', 'exit', 'listening']])
  })

  test('of a nearer type hide those they override', () => {
    const own = createModels([...builtInRows, { symbol: 'chat#Room', role: 'type', extends: ['node:events#EventEmitter'] }, { symbol: 'chat#Room.on', role: 'acquire', resource: 'listener', holder: 'process', reason: 'rooms stay' }])
    expect(rolesOf(own.memberRows('chat#Room', 'on').filter(row => row.role === 'acquire'))).toEqual(['acquire chat#Room.on'])
  })

  test('do not include static ones, which are asked for by themselves', () => {
    const holders = (rows: readonly ModelRow[]) => rows.map(row => row.role === 'acquire' ? row.holder : row.role)
    expect(holders(models.memberRows('node:events#EventEmitter', 'once'))).toEqual(['this', 'entry'])
    expect(holders(models.staticRows('node:events#default', 'once'))).toEqual(['arg[0]'])
  })

  test('of an unknown type are none', () => {
    expect(models.memberRows('src/room.ts#Room', 'on')).toEqual([])
  })

  test('survive a cycle of types', () => {
    const cyclic = createModels([{ symbol: 'chat#A', role: 'type', extends: ['chat#B'] }, { symbol: 'chat#B', role: 'type', extends: ['chat#A'] }])
    expect(cyclic.basesOf('chat#A')).toEqual(['chat#A', 'chat#B'])
  })
})

describe('types', () => {
  test.each([
    ['node:http#createServer', 'node:http#Server'],
    ['node:http#Server', 'node:http#Server'],
    ['node:events#default', 'node:events#EventEmitter'],
    ['express#default', 'express#Application'],
    ['global#process', 'node:process#Process'],
    ['node:worker_threads#parentPort', 'node:worker_threads#parentPort'],
    ['global#parseInt', undefined],
  ])('%s gives %s', (symbol, type) => {
    expect(models.returnsOf(symbol)).toBe(type)
  })

  test('of a member are found through what the type extends', () => {
    expect(models.memberReturns('fastify#FastifyRequest', 'raw')).toBe('node:http#IncomingMessage')
    expect(models.memberReturns('express#Application', 'route')).toBe('express#IRoute')
    expect(models.memberReturns('express#Request', 'socket')).toBe('node:http#IncomingMessage.socket')
  })

  test.each([
    ['express#Request', 'event'],
    ['node:http#IncomingMessage.socket', 'connection'],
    ['express#Request.app', 'process'],
    ['global#NodeJS.Process', 'process'],
    ['node:events#EventEmitter', undefined],
  ])('%s lives as long as its %s', (type, lifetime) => {
    expect(models.lifetimeOf(type)).toBe(lifetime)
  })

  test('know what ends their values', () => {
    expect([...models.teardownsOf('node:fs#ReadStream')]).toEqual(['close', 'destroy'])
    expect([...models.teardownsOf('node:http#Server')]).toEqual(['close'])
  })
})

describe('member names for receivers of unknown type', () => {
  test('acquire only what the name alone can mean', () => {
    expect([...models.acquireNames('listener')].sort()).toEqual(['addEventListener', 'addListener', 'on', 'once', 'prependListener', 'prependOnceListener'])
    expect(models.acquireNames('resource').size).toBe(0)
  })

  test('release whatever some row releases', () => {
    for (const name of ['off', 'removeListener', 'removeAllListeners', 'removeEventListener', 'unsubscribe']) expect(models.memberNames('release', 'listener')).toContain(name)
    expect(models.memberNames('release', 'resource')).toContain('release')
    expect(models.memberNames('teardown')).toContain('terminate')
  })
})

describe('conventions', () => {
  test('do not call one name setup and teardown, nor list it twice', () => {
    const names: readonly string[] = [...SETUP_MEMBERS, ...TEARDOWN_MEMBERS]
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('do not take unref for an end, nor run for setup', () => {
    expect(TEARDOWN_MEMBERS).not.toContain('unref')
    expect(SETUP_MEMBERS).not.toContain('run')
  })
})
