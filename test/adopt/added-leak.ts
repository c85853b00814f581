import type { SampleClone } from './sample-clone.ts'

const LEAKY = "  bus.on('message', ({ room }) => { res.write(`${room}\\n`) })\n"
const MENDED = "  const onMessage = ({ room }: { room: string }) => { res.write(`${room}\\n`) }\n  bus.on('message', onMessage)\n  res.on('close', () => { bus.off('message', onMessage) })\n"

/** A route of the sample server that leaves a listener on its bus. */
export function addLeak({ replace }: SampleClone): void {
  replace('src/server.ts', "import { publish } from './bus.js'", "import { bus, publish } from './bus.js'")
  replace('src/server.ts', "app.get('/stream'", `app.get('/activity', (_req, res) => {\n${LEAKY}})\n\napp.get('/stream'`)
}

/** The same route, which takes it away again. */
export function mendLeak({ replace }: SampleClone): void {
  replace('src/server.ts', LEAKY, MENDED)
}
