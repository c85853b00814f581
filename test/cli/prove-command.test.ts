import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const short = ['--warmup', '60', '--events', '40', '--batches', '4', '--bytes', '64']

const orders = {
  'package.json': '{}', // what JavaScript files are is not left to a folder above
  'src/orders.ts': `
    import { EventEmitter } from 'node:events'
    import { newOrder, type Order } from './new-order'

    const bus: EventEmitter = new EventEmitter().setMaxListeners(0)

    export async function placeOrder({ index }: { readonly index: number }): Promise<Order> {
      bus.on('shipped', () => {})
      return newOrder(index)
    }
    export const countOrder = ({ index }: { readonly index: number }): Order => newOrder(index)
    export const shop = 'prints what it does'
    export function outOfStock(): never { throw new Error('out of stock') }
    export const later = (): void => { setTimeout(() => { throw new Error('too late') }) }
    export const endless = (): void => { for (;;); }
    export const never = (): Promise<void> => { console.log('waiting'); return new Promise(() => {}) }
    export const exit = (): never => process.exit(0)
    export const chat = (): void => { console.log('an order'); process.send?.({ token: '', kind: 'measured', measured: {} }) }
  `,
  'src/new-order.ts': 'export interface Order { readonly id: number }\nexport const newOrder = (id: number): Order => ({ id })\n',
  'src/stock.cjs': 'const all = []\nObject.assign(exports, { reserve({ index }) { all.push({ index, at: new Date() }) } })\n',
  'src/empty.js': '',
  'src/broken.ts': 'export const = 1\n',
  'src/waits.mjs': 'await new Promise(() => {})\n',
}

test('an event that leaks is exit code 1, with the quantity and the table', () => {
  const { status, stdout, stderr } = prove(['src/orders.ts#placeOrder', ...short])
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toMatch(/^src\/orders\.ts#placeOrder leaks (?:\+\d[\d.]* B and )?\+1\.00 listener per event\n\nper event +growth +noise +limit\n/)
  expect(stdout).toMatch(/^objects of finished events still reachable +0\.00 +±0\.00 +0\.01 {2}flat$/m)
})

test('an event that releases is exit code 0', () => {
  const { status, stdout, stderr } = prove(['src/orders.ts#countOrder', ...short])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^src\/orders\.ts#countOrder is flat: no quantity grows beyond its limit\n/)
})

test('an export that CommonJS makes at run time is found, and JSON is alone on standard output', () => {
  const { status, stdout, stderr } = prove(['src/stock.cjs#reserve', ...short, '--json'])
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ file: 'src/stock.cjs', export: 'reserve', verdict: 'leaks', from: ['bytes'], growth: { listeners: { perEvent: 0 } }, events: 40, warmup: 60 })
})

test('what the event prints goes to standard error, and what it sends is not taken for an answer', () => {
  const { status, stdout, stderr } = prove(['src/orders.ts#chat', ...short])
  expect(stdout).toMatch(/^src\/orders\.ts#chat /)
  expect(stderr).toContain('an order\n')
  expect(status).not.toBe(null)
})

test.each([
  ['src/orders.ts', "'src/orders.ts' is not <file>#<export>, such as src/orders.ts#placeOrder"],
  ['src/order.ts#placeOrder', 'no such file: src/order.ts'],
  ['src/orders.ts#placeOder', "src/orders.ts has no export 'placeOder'; it exports chat, countOrder, endless, exit, later, never, outOfStock, placeOrder, shop"],
  ['src/empty.js#placeOrder', "src/empty.js has no export 'placeOrder'; it exports nothing"],
  ['src/orders.ts#shop', "'shop' of src/orders.ts is not a function but of type string"],
  ['src/orders.ts#outOfStock', 'src/orders.ts#outOfStock: event 0 threw: out of stock'],
  ['src/orders.ts#later', 'src/orders.ts#later threw outside of an event: too late'],
  ['src/orders.ts#exit', 'src/orders.ts#exit ended the process before it was measured (exit code 0)'],
  ['src/waits.mjs#placeOrder', 'src/waits.mjs cannot be loaded: a top-level await in it does not settle'],
])('%s is refused in one line', (site, message) => {
  expect(prove([site])).toEqual({ status: 2, stdout: '', stderr: `leak-audit: ${message}\n` })
})

test('a file that cannot be loaded is one line', () => {
  const { status, stdout, stderr } = prove(['src/broken.ts#placeOrder'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^leak-audit: src\/broken\.ts cannot be loaded: .+\n$/)
})

test('an event that does not give back the processor is ended', () => {
  expect(prove(['src/orders.ts#endless', '--timeout', '2'])).toEqual({
    status: 2, stdout: '', stderr: 'leak-audit: src/orders.ts#endless was not measured within 2 s; run fewer events, or allow more with --timeout\n',
  })
})

test('Ctrl-C ends the measured process, too', async () => {
  const parent = spawn(process.execPath, [`${root}/dist/src/cli.js`, 'prove', 'src/orders.ts#never'], { cwd: temporaryFolder(orders), stdio: ['ignore', 'ignore', 'pipe'] })
  expect(await once(parent.stderr.setEncoding('utf8'), 'data')).toEqual(['waiting\n'])
  parent.kill('SIGINT')
  // its standard error is closed when both are gone that write to it
  expect(await once(parent, 'close')).toEqual([130, null])
})

test.each([
  [['--batches', '2'], "leak-audit: src/orders.ts#placeOrder: option 'batches': a whole number of at least 4 is expected, not 2\n"],
  [['--events', '0'], "leak-audit: option '--events <n>' argument '0' is invalid. A number above 0 is expected.\n"],
])('%j is refused in one line', (args, stderr) => {
  expect(prove(['src/orders.ts#placeOrder', ...args])).toEqual({ status: 2, stdout: '', stderr })
})

function prove(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/src/cli.js`, 'prove', ...args], { cwd: temporaryFolder(orders), encoding: 'utf8', env })
  return { status, stdout, stderr }
}
