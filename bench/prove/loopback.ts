import net from 'node:net'

/** Keeps a program on this machine: whatever port it asks for, it gets a free one; whatever host it calls, something here answers. */
export interface Loopback {
  /** Where the server that asked for `port` listens. */
  readonly portOf: (port: number) => number
  /** Whether a server that asked for `port` listens by now. */
  readonly listens: (port: number) => boolean
  /** Calls to `port` of any host come to this server. */
  readonly answer: (port: number, server: net.Server) => void
  /** Whether all servers listen by now. */
  readonly isReady: () => boolean
}

/** Changes `net` for the whole process; `fallback` answers where nobody else does. */
export function keepOnLoopback(fallback: net.Server): Loopback {
  const own = new Map<number, net.Server>(), outside = new Map<number, net.Server>()
  const listen = net.Server.prototype.listen, connect = net.Socket.prototype.connect
  const isOwn = (port: number): boolean => [...own.values()].some(server => (server.address() as net.AddressInfo | null)?.port === port)

  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
    const options = listenOptions(args), callback = args.find(arg => typeof arg === 'function') as (() => void) | undefined
    own.set(options, this)
    keepPrompt(this)
    return listen.call(this, { port: 0, host: '127.0.0.1' }, callback)
  } as typeof listen

  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    // net.connect() hands on a list that is marked as normalised: it has to stay that very list
    const normalised = Array.isArray(args[0]) ? args[0] as unknown[] : undefined
    const options = connectOptions(normalised ?? args)
    if (options.path !== undefined || isOwn(options.port)) return (connect as (...args: unknown[]) => net.Socket).apply(this, args)
    this.setNoDelay()
    const server = outside.get(options.port) ?? (isLocal(options.host) ? own.get(options.port) : undefined) ?? fallback
    const { port } = server.address() as net.AddressInfo
    const there = { ...options.given, port, host: '127.0.0.1', hostname: '127.0.0.1' }
    if (normalised === undefined) return (connect as (...args: unknown[]) => net.Socket).call(this, there, args.find(arg => typeof arg === 'function'))
    normalised[0] = there
    return (connect as (...args: unknown[]) => net.Socket).apply(this, args)
  } as typeof connect

  const startOutside = (server: net.Server): void => {
    keepPrompt(server)
    listen.call(server, { port: 0, host: '127.0.0.1' }, undefined)
  }
  startOutside(fallback)
  return {
    portOf: port => (own.get(port)?.address() as net.AddressInfo).port,
    listens: port => (own.get(port)?.address() ?? null) !== null,
    answer: (port, server) => {
      startOutside(server)
      outside.set(port, server)
    },
    isReady: () => [fallback, ...own.values(), ...outside.values()].every(server => server.address() !== null),
  }
}

const isLocal = (host: string | undefined): boolean => host === undefined || ['localhost', '127.0.0.1', '::1', '0.0.0.0'].includes(host)

/**
 * An idle connection stays: on a busy machine five seconds pass between two requests, and then a client finds it closed. And a short write goes out
 * at once: where another is under way, the system waits 40 ms for the other side to say that it has that.
 */
function keepPrompt(server: net.Server): void {
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 0
  server.prependListener('connection', (socket: net.Socket) => { socket.setNoDelay() })
}

/** The port that is asked for; 0 when none is. */
function listenOptions([first]: readonly unknown[]): number {
  if (typeof first === 'object' && first !== null) return Number((first as net.ListenOptions).port ?? 0)
  return typeof first === 'function' ? 0 : Number(first ?? 0)
}

function connectOptions([first, second]: readonly unknown[]): { given: object, port: number, host?: string, path?: string } {
  if (typeof first === 'object' && first !== null) {
    const { port, host, path } = first as { port?: number | string, host?: string, path?: string }
    return { given: first, port: Number(port), ...(host !== undefined && { host }), ...(path !== undefined && typeof port === 'undefined' && { path }) }
  }
  return { given: {}, port: Number(first), ...(typeof second === 'string' && { host: second }) }
}
