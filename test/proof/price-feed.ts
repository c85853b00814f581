import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'

/** An app that streams prices to whoever asks, and forgets that they leave. */
export function leakyPrices(): Express {
  const feed = new EventEmitter().setMaxListeners(0)
  return express().get('/prices', (_, response) => {
    feed.on('price', price => response.write(`data: ${price}\n\n`))
    response.write('data: 0\n\n')
  })
}

/** The same app, whose listener goes with the connection. */
export function mendedPrices(): Express {
  const feed = new EventEmitter().setMaxListeners(0)
  return express().get('/prices', (_, response) => {
    const send = (price: number): void => { response.write(`data: ${price}\n\n`) }
    feed.on('price', send)
    response.once('close', () => { feed.off('price', send) })
    response.write('data: 0\n\n')
  })
}

/** Serves an app on loopback, and gives an event: somebody asks for prices, waits for the first, and leaves. */
export async function serve(app: Express): Promise<AsyncDisposable & { readonly visit: () => Promise<void> }> {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/prices`
  return {
    async visit() {
      const leaving = new AbortController()
      await fetch(url, { signal: leaving.signal })
      leaving.abort()
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
