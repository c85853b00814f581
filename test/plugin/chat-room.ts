/** One leak that one file proves, and its mend: what every host must tell apart. */
export const leaky = `
import { EventEmitter } from 'node:events'
import express from 'express'

const bus = new EventEmitter()
const app = express()

app.get('/stream', (req, res) => {
  bus.on('message', text => res.write(text))
})

export { app, bus }
`

export const mended = leaky.replace(`bus.on('message', text => res.write(text))`, `const onMessage = text => res.write(text)
  bus.on('message', onMessage)
  res.on('close', () => bus.off('message', onMessage))`)

export const expected = 'leak-audit/no-unreleased-listener'
