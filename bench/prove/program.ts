import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import net from 'node:net'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { builtName } from './built-name.ts'
import { type Client, clientOf, countRequests, type Requests, until } from './client.ts'
import type { Case } from './driver.ts'
import { keepOnLoopback } from './loopback.ts'

/** What a fixture's module exports: it is built apart from this project, which therefore has no types of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any

/** A program of the fixtures that is being started, and what is around it: files, packages, other servers, time. */
export interface Program {
  readonly case: Case
  /** Where it was built to, and its working directory. */
  readonly folder: string
  /** Its module, by its name in the fixture. */
  load(file: string): Promise<Loose>
  /** A package, as `require` gives it. */
  package(name: string): Loose
  /** Asks the server that listens on that port, as the program wrote it. */
  client(port: number): Client
  /** Where the server that asked for `port` really listens. */
  portOf(port: number): number
  /** Waits for a server that is started later than its module is loaded. */
  listening(port: number): Promise<void>
  /** Puts a file beside the program. */
  write(file: string, text: string): void
  /** Changes what was built: a minute into a millisecond, a word into a megabyte. The text has to be there. */
  change(file: string, from: string, to: string): void
  /** Puts a package beside the program, in place of one that cannot run here. */
  stub(name: string, source: string): void
  /** What other hosts answer to HTTP; `{}` without it. */
  outside(answer: http.RequestListener): void
  /** What other hosts do on a port that speaks no HTTP. */
  outsidePort(port: number, onSocket: (socket: net.Socket) => void): void
  /** Takes the clock of the program into one's own hands, before it is loaded. */
  holdClock(): Clock
  /** What other hosts were asked. */
  readonly asked: Requests
  /** Waits until other hosts were asked something more, and nothing that they were asked goes on. */
  answered(before: number): Promise<void>
  /** How many requests to the program are not over. */
  openRequests(): number
  until: typeof until
}

/** Timers of the program fire when this says that time passes. */
export interface Clock { pass(milliseconds: number): Promise<void> }

/** One in a process: it changes `net` and the working directory. */
export function programIn(folder: string, kase: Case): Program {
  process.chdir(folder)
  const require = createRequire(join(folder, 'package.json'))
  let answer: http.RequestListener = (_req, res) => { res.setHeader('content-type', 'application/json').end('{}') }
  const others = http.createServer((req, res) => { answer(req, res) })
  const requests = countRequests(server => server !== others), asked = countRequests(server => server === others), loopback = keepOnLoopback(others)
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return {
    case: kase,
    folder,
    load: async file => {
      await until(loopback.isReady, 'what is around the program to listen')
      const module = await import(pathToFileURL(join(folder, builtName(file))).href) as Loose
      await until(loopback.isReady, `servers of ${file} to listen`)
      return module
    },
    package: name => require(name) as Loose,
    client: port => clientOf(loopback.portOf(port), requests),
    portOf: loopback.portOf,
    listening: port => until(() => loopback.listens(port), `a server on ${port}`),
    write,
    change: (file, from, to) => {
      const built = join(folder, builtName(file)), text = readFileSync(built, 'utf8')
      if (!text.includes(from)) throw new Error(`${file} has no '${from}' that could be changed`)
      writeFileSync(built, text.replaceAll(from, to))
    },
    stub: (name, source) => {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', main: 'index.js' }))
      write(`node_modules/${name}/index.js`, source)
    },
    outside: listener => { answer = listener },
    outsidePort: (port, onSocket) => { loopback.answer(port, net.createServer(onSocket)) },
    holdClock: () => {
      const fake = (require('@sinonjs/fake-timers') as Loose).install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], ignoreMissingTimers: true })
      return { pass: async milliseconds => {
        await fake.tickAsync(milliseconds)
        // what it began, such as the end of an idle connection, goes through the event loop
        for (let passed = 0; passed < 10; passed++) await turn()
      } }
    },
    asked,
    answered: async before => {
      await until(() => asked.arrived > before && asked.open === 0, 'other hosts to be asked, and to answer')
      // so that whoever asked has the end of it as well
      for (let passed = 0; passed < 20; passed++) await turn()
    },
    openRequests: () => requests.open,
    until,
  }
}
