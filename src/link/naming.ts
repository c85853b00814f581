import { SETUP_MEMBERS, TEARDOWN_MEMBERS } from '../models/conventions.ts'

const SETUP: ReadonlySet<string> = new Set(SETUP_MEMBERS)
const TEARDOWN: ReadonlySet<string> = new Set(TEARDOWN_MEMBERS)
const SETUP_PREFIX = /^_?(init|initiali[sz]e|setup|setUp|register|define|config|configure|install|bootstrap|mount|attach|start|boot|wire|hook)(?=[A-Z_]|$)/
const SETUP_SUFFIX = /[a-z](Init|Setup|Startup|Bootstrap)$/
const TEARDOWN_PREFIX = /^_?#?(stop|close|destroy|dispose|shutdown|teardown|terminate|cleanup|cleanUp|disconnect|unregister|uninstall|unload|unsubscribe|remove|release)(?=[A-Z_]|$)/

/** Code that by convention runs once per process or instance: `init`, `start`, `registerRoutes`. */
export const isSetupName = (name: string): boolean => SETUP.has(name) || SETUP_PREFIX.test(name) || SETUP_SUFFIX.test(name)

/** The bare lifecycle names, `start`, `connect`: whoever calls them again has ended the run before. */
export const isLifecycleName = (name: string): boolean => SETUP.has(name)

/** A member that by convention ends its instance: `stop`, `close`, `[Symbol.dispose]`. */
export const isTeardownName = (name: string): boolean => TEARDOWN.has(plain(name))

/** `#close` and `[kClose]` are called as `close` is. */
const plain = (name: string): string => name.startsWith('[k') ? name.charAt(2).toLowerCase() + name.slice(3, -1) : name.replace(/^#/, '')

/** A function that by convention ends something: `stopPolling`, `removeClient`. */
export const isReleasingName = (name: string): boolean => isTeardownName(name) || TEARDOWN_PREFIX.test(name)

/** An event that by its name tells of configuration, which is done at start-up: `plugin-added`, `type-registered`, `registerType`, `ready`. */
export const isSetupEvent = (name: string): boolean => isSetupName(name.replaceAll(/^'|'$/g, '')) || wordsOf(name).some(word => SETUP_WORDS.has(word))

/** An event that by its name tells of traffic: `data`, `userMessage`, `peer:connect`; `connect` alone is the state of one connection. */
export function isTrafficEvent(name: string): boolean {
  const words = wordsOf(name).filter(word => word !== ''), last = words.at(-1) ?? ''
  return words.some(word => TRAFFIC_WORDS.has(word)) || words.length > 1 && (last === 'connect' || last === 'connected')
}

const wordsOf = (name: string): string[] => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[^a-z]+/)

const TRAFFIC_WORDS: ReadonlySet<string> = new Set(['data', 'message', 'messages', 'msg', 'packet', 'frame', 'chunk', 'line', 'row', 'request', 'connection', 'query', 'command', 'job', 'task', 'publish', 'subscribe', 'upgrade'])
const SETUP_WORDS: ReadonlySet<string> = new Set(['ready', 'start', 'started', 'startup', 'init', 'initialized', 'loaded', 'registered', 'plugin', 'config', 'configured', 'configuration', 'setting', 'settings', 'listening', 'boot', 'booted'])
