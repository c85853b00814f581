import * as parser from '@typescript-eslint/parser'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Linter } from 'eslint'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/plugin.ts'

const root = path.resolve(import.meta.dirname, '../..')
const linter = new Linter({ cwd: root })
const lint = (text: string, filename: string) => linter.verify(text, [{ files: ['**/*'], ...plugin.configs.strict, languageOptions: { parser } }], { filename: path.join(root, filename) })

type Suggestion = NonNullable<ReturnType<typeof lint>[number]['suggestions']>[number]
const applied = (text: string, { fix }: Suggestion): string => text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])

describe('a suggestion mends the line', () => {
  test.each([
    {
      what: 'an inline listener is given a name and removed when the response closes',
      before: `import { createServer } from 'node:http'
import { EventEmitter } from 'node:events'

const prices = new EventEmitter()
createServer((req, res) => {
  prices.on('tick', price => res.write(price))
})
`,
      after: `import { createServer } from 'node:http'
import { EventEmitter } from 'node:events'

const prices = new EventEmitter()
createServer((req, res) => {
  const onTick = price => res.write(price)
  prices.on('tick', onTick)
  res.on('close', () => prices.off('tick', onTick))
})
`,
    },
    {
      what: 'an interval is cleared when the response closes',
      before: `import { createServer } from 'node:http';

createServer((req, res) => {
  setInterval(() => res.write(':'), 1000);
});
`,
      after: `import { createServer } from 'node:http';

createServer((req, res) => {
  const timer = setInterval(() => res.write(':'), 1000);
  res.on('close', () => clearInterval(timer));
});
`,
    },
    {
      what: 'the function that was registered is removed',
      before: `import { EventEmitter } from 'node:events'
const bus = new EventEmitter()
export function watch(show) {
  bus.on('order', order => show(order))
  return () => bus.off('order', order => show(order))
}
`,
      after: `import { EventEmitter } from 'node:events'
const bus = new EventEmitter()
export function watch(show) {
  const onOrder = order => show(order)
  bus.on('order', onOrder)
  return () => bus.off('order', onOrder)
}
`,
    },
    {
      what: 'a pipe becomes a pipeline, and is imported',
      before: `import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'

createServer((req, res) => {
  createReadStream('orders.csv').pipe(res)
})
`,
      after: `import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { pipeline } from 'node:stream'

createServer((req, res) => {
  pipeline(createReadStream('orders.csv'), res, error => { if (error) process.emitWarning(error) })
})
`,
    },
    {
      what: 'a pipe in CommonJS requires it',
      before: `const fs = require('fs')
const http = require('http')

http.createServer((req, res) => {
  fs.createReadStream('orders.csv').pipe(res)
})
`,
      after: `const fs = require('fs')
const http = require('http')
const { pipeline } = require('node:stream')

http.createServer((req, res) => {
  pipeline(fs.createReadStream('orders.csv'), res, error => { if (error) process.emitWarning(error) })
})
`,
    },
    {
      what: 'a deadline is cleared when the race is over',
      before: `export async function within(work, ms) {
  return await Promise.race([work, new Promise((_, reject) => setTimeout(reject, ms))])
}
`,
      after: `export async function within(work, ms) {
  let timer
  return await Promise.race([work, new Promise((_, reject) => { timer = setTimeout(reject, ms) })]).finally(() => clearTimeout(timer))
}
`,
    },
    {
      what: 'what waits for finish waits for close',
      before: `import { createServer } from 'node:http'

const open = new Map()
createServer((req, res) => {
  const id = crypto.randomUUID()
  open.set(id, res)
  res.on('finish', () => open.delete(id))
})
`,
      after: `import { createServer } from 'node:http'

const open = new Map()
createServer((req, res) => {
  const id = crypto.randomUUID()
  open.set(id, res)
  res.on('close', () => open.delete(id))
})
`,
    },
    {
      what: 'a client is made once',
      before: `import express from 'express'
import { Pool } from 'pg'

const app = express()
app.get('/orders', async (req, res) => {
  const pool = new Pool({ max: 4 })
  const { rows } = await pool.query('select * from orders')
  res.json(rows)
})
`,
      after: `import express from 'express'
import { Pool } from 'pg'

const app = express()
const pool = new Pool({ max: 4 })
app.get('/orders', async (req, res) => {
  const { rows } = await pool.query('select * from orders')
  res.json(rows)
})
`,
    },
    {
      what: 'a cache is bounded',
      before: `import { LRUCache } from 'lru-cache'

export const prices = new LRUCache({ ttl: 60_000 })
`,
      after: `import { LRUCache } from 'lru-cache'

export const prices = new LRUCache({ max: 1000, ttl: 60_000 })
`,
    },
    {
      what: 'a request to another server is given a signal',
      before: `import express from 'express'

const app = express()
app.get('/prices', async (req, res) => {
  const answer = await fetch('https://prices.example/today')
  res.json(await answer.json())
})
`,
      after: `import express from 'express'

const app = express()
app.get('/prices', async (req, res) => {
  const answer = await fetch('https://prices.example/today', { signal: AbortSignal.timeout(10_000) })
  res.json(await answer.json())
})
`,
    },
  ])('$what', ({ before, after }) => {
    const [first, ...others] = lint(before, 'server.js')
    expect(others).toEqual([])
    const [suggestion] = first?.suggestions ?? []
    expect(suggestion === undefined ? undefined : applied(before, suggestion)).toBe(after)
    expect(lint(after, 'server.js')).toEqual([])
  })
})

const sources = [
  ...globSync('fixtures/programs/*/*/src/**/*.{ts,js,mjs,cjs}', { cwd: root }).map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') })),
  ...globSync('docs/rules/*.md', { cwd: root }).flatMap(page => [...readFileSync(path.join(root, page), 'utf8').matchAll(/^```(js|ts) incorrect\n([^]*?)^```/gm)].map(([, kind, text], index) => ({ file: `${page}.${index}.${kind}`, text: text! }))),
]
const suggested = sources.flatMap(({ file, text }) => lint(text, file).flatMap(message => (message.suggestions ?? []).map(suggestion => ({ file, text, message, suggestion, line: message.line, rule: message.ruleId }))))

test('enough places of the fixtures and pages have a suggestion to be a test of them', () => {
  expect(new Set(suggested.map(({ rule }) => rule)).size).toBeGreaterThan(7)
})

test.each(suggested)('$rule in $file:$line: with the suggestion the source parses, and one finding is gone', ({ file, text, message, suggestion }) => {
  const before = lint(text, file), after = lint(applied(text, suggestion), file)
  const countOf = (messages: typeof before) => messages.filter(({ ruleId }) => ruleId === message.ruleId).length
  expect(after.filter(({ fatal }) => fatal)).toEqual([])
  expect(countOf(after)).toBe(countOf(before) - 1)
  expect(after.length).toBeLessThan(before.length)
})
