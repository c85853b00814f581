import { drive, type Driver } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

/** Functions that a platform calls with the request: called here as it would. */
const start = async (program: Program): Promise<Loose> => {
  program.package('reflect-metadata')
  const files = { hello: 'api/hello.ts', cart: 'app/routes/cart.tsx', mail: 'netlify/functions/mail.ts', page: 'src/routes/orders/+page.server.ts', nest: 'src/nest/all.ts' }
  return Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await program.load(file)])))
}
const form = (n: number): Loose => ({ formData: async () => new Map([['id', `order ${n}`]]) })

export default {
  leaky: drive(start, [
    { name: 'hello', leaks: ['api/hello.ts'], run: ({ hello }, n) => { hello.GET({ url: `http://shop/${n}` }) } },
    { name: 'a cart', leaks: ['app/routes/cart.tsx: export async function loader'], run: async ({ cart }, n) => { await cart.loader({ params: { id: `cart ${n}` } }) } },
    { name: 'a cart that is changed', leaks: ['app/routes/cart.tsx: export const action'], run: async ({ cart }, n) => { await cart.action({ request: { url: `http://shop/${n}` } }) } },
    { name: 'a mail', leaks: ['netlify/functions/mail.ts: export const handler'], run: ({ mail }, n) => { mail.handler({ path: `/mail/${n}` }) } },
    { name: 'a mail, the newer way', leaks: ['netlify/functions/mail.ts: export default'], run: async ({ mail }, n) => { await mail.default({ url: `http://shop/${n}` }) } },
    { name: 'an order is looked at', leaks: ['+page.server.ts: export const load'], run: async ({ page }, n) => { await page.load({ params: { id: `order ${n}` } }) } },
    { name: 'an order is sent', leaks: ['+page.server.ts: default: async'], run: async ({ page }, n) => { await page.actions.default({ request: form(n) }) } },
    { name: 'a guard', leaks: ['src/nest/all.ts'], run: ({ nest }, n) => { (guard ??= new nest.Guard()).canActivate({ switchToHttp: () => ({ getRequest: () => ({ ip: `10.0.0.${n}` }) }) }) } },
  ]),
} satisfies Driver

let guard: Loose
