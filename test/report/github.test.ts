import { expect, test } from 'vitest'
import { github } from '../../src/report/github.ts'
import { resultWith, streamFinding, timeoutFinding } from './sample-result.ts'

test('an error becomes an annotation on its lines', () => {
  expect(github(resultWith({ findings: [streamFinding] }))).toBe(
    '::error file=src/routes/stream.ts,line=14,endLine=16,col=3,endColumn=5,title=leak-audit/no-unreleased-listener (certain)'
    + "::Every GET /stream adds a 'data' listener to `bus`, and nothing removes it.%0AAdd res.on('close', () => bus.off('data', onData))\n",
  )
})

test('a warning becomes a warning', () => {
  expect(github(resultWith({ findings: [timeoutFinding] }))).toMatch(/^::warning file=src\/deadline\.ts,line=5,/)
})

test('what could not be read is an error, a notice is a notice', () => {
  const result = resultWith({ errors: [{ file: 'src/broken.ts', line: 3, message: 'Unexpected token' }], notices: ['tsconfig.json is broken'] })
  expect(github(result)).toBe('::error file=src/broken.ts,line=3,title=leak-audit%3A not audited::Unexpected token\n::notice title=leak-audit::tsconfig.json is broken\n')
})

test('properties and messages are escaped as @actions/core does', () => {
  const result = resultWith({ errors: [{ file: 'src/100%,a:b.ts', message: '50%: one,\r\ntwo' }] })
  expect(github(result)).toBe('::error file=src/100%25%2Ca%3Ab.ts,title=leak-audit%3A not audited::50%25: one,%0D%0Atwo\n')
})

test('nothing to say is no output', () => {
  expect(github(resultWith({}))).toBe('')
})
