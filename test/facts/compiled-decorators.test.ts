import { expect, test } from 'vitest'
import { collectFacts } from '../../src/facts/collect-facts.ts'
import type { FileFacts } from '../../src/facts/file-facts.ts'
import { isParsed, parseText } from '../../src/parse/parse-text.ts'

const COMPILED = `
const common_1 = require('@nestjs/common')
let OrdersController = class OrdersController {
  create(order) { return order.id }
}
exports.OrdersController = OrdersController
__decorate([(0, common_1.Post)('/'), __param(0, (0, common_1.Body)())], OrdersController.prototype, 'create', null)
exports.OrdersController = OrdersController = __decorate([(0, common_1.Controller)('orders')], OrdersController)
`

test('what TypeScript compiled a class decorator to decorates the class', async () => {
  const { classes } = await factsOf(COMPILED)
  expect(classes.map(({ name, decorators }) => [name, decorators.map(d => d.name)])).toEqual([['OrdersController', ['Controller']]])
})

test('what it compiled a method decorator to decorates the method', async () => {
  const { classes: [cls], calls, functions } = await factsOf(COMPILED)
  const decorated = calls.flatMap(({ decorates }) => decorates?.fn === undefined ? [] : [functions[decorates.fn]!.name])
  expect(decorated).toEqual(['create', 'create'])
  expect(cls!.members.map(({ name }) => name)).toEqual(['create'])
})

test('another function called with a list decorates nothing', async () => {
  const { classes, calls } = await factsOf('class Orders {}\nregister([Service()], Orders)')
  expect(classes[0]!.decorators).toEqual([])
  expect(calls.filter(call => call.decorates !== undefined)).toEqual([])
})

async function factsOf(text: string): Promise<FileFacts> {
  const parsed = await parseText('orders.js', text)
  if (!isParsed(parsed)) throw new Error(JSON.stringify(parsed))
  return collectFacts(parsed)
}
