/** A server whose every request leaves a listener on a bus of the process: at `src/server.ts:4`. */
export const priceFeed = {
  'package.json': '{ "name": "price-feed", "type": "module" }\n',
  'tsconfig.json': '{}\n',
  'src/bus.ts': `import { EventEmitter } from 'node:events'
export const bus = new EventEmitter()
`,
  'src/server.ts': `import { createServer } from 'node:http'
import { bus } from './bus.ts'
createServer((request, response) => {
  bus.on('price', price => response.write(String(price)))
}).listen(3000)
`,
} as const

/** Another route of the same feed, which leaks at its line 4. */
export const quotes = `import { createServer } from 'node:http'
import { bus } from './bus.ts'
createServer((request, response) => {
  bus.on('quote', quote => response.write(String(quote)))
}).listen(3001)
`
