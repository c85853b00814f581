import { subscribe } from 'node:diagnostics_channel'
import http from 'node:http'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'

/** Asks one server, as often as is wanted, over connections that are kept. */
export interface Client {
  /** Asks, and reads the whole answer. */
  ask(path: string, options?: Asked): Promise<Answer>
  /** Asks, waits until the server has it, and leaves before the answer is there. */
  leave(path: string, options?: Asked): Promise<void>
  /** Asks on a connection of its own, and leaves it open: the caller ends it. */
  stay(path: string, options?: Asked): Promise<http.ClientRequest>
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, if it is an object. */
  readonly body?: object | string
  /** Another address of this machine to ask from, on a connection of its own: `127.0.0.7`. */
  readonly from?: string
  /** Sends what there is of the body, and not its end. */
  readonly unended?: boolean
}

export interface Answer { readonly status: number, readonly text: string }

/** How many requests servers of this process have been given, and how many of them are not over. */
export interface Requests { readonly arrived: number, readonly open: number }

/** Of those servers that are counted. */
export function countRequests(isCounted: (server: http.Server) => boolean): Requests {
  const counted = { arrived: 0, open: 0 }
  subscribe('http.server.request.start', message => {
    const { server } = message as { server: http.Server }
    if (!isCounted(server)) return
    counted.arrived += 1
    counted.open += 1
    ;(message as { response: http.ServerResponse }).response.once('close', () => { counted.open -= 1 })
  })
  return counted
}

/** @throws when nothing happens for a minute: the driver is wrong. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const limit = performance.now() + 60_000
  for (let looked = 0; !isSo(); looked++) {
    if (performance.now() > limit) throw new Error(`waited a minute for ${what}`)
    // what comes at all comes in a few turns, or is waited for without keeping the processor from others
    await (looked < SOON ? turn() : pause(1))
  }
}

/** Turns of the event loop. */
const SOON = 50

export function clientOf(port: number, requests: Requests): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
  const begin = (path: string, { method, headers, body, from, unended = false }: Asked, own: boolean): http.ClientRequest => {
    const json = typeof body === 'object'
    const text = json ? JSON.stringify(body) : body
    const asked = http.request({
      port, path, agent: own || from !== undefined ? false : agent, ...(from !== undefined && { localAddress: from }),
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...(json && { 'content-type': 'application/json' }), ...(text !== undefined && !unended && { 'content-length': String(Buffer.byteLength(text)) }), ...headers },
    })
    asked.on('error', () => {})
    if (unended) asked.write(text ?? '.')
    else asked.end(text)
    return asked
  }
  return {
    ask: (path, options = {}) => new Promise((resolve, reject) => {
      const asked = begin(path, options, false)
      asked.on('error', reject)
      asked.on('response', answer => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', chunk => { text += chunk })
        answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, text }) })
        answer.on('error', reject)
      })
    }),
    leave: async (path, options = {}) => {
      const { arrived, open } = requests
      const asked = begin(path, options, true)
      await until(() => requests.arrived > arrived, `${path} to arrive`)
      await turn()
      asked.destroy()
      await until(() => requests.open <= open, `${path} to be left`)
    },
    stay: async (path, options = {}) => {
      const { arrived } = requests
      const asked = begin(path, options, true)
      asked.on('response', answer => { answer.resume() })
      await until(() => requests.arrived > arrived, `${path} to arrive`)
      return asked
    },
  }
}
