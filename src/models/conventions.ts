/**
 * Members that end an instance by convention: what they release is released, and they themselves run once per instance. `unref`,
 * `clear`, `reset`, `abort` and `kill` are not among them: they end something, not the instance.
 */
export const TEARDOWN_MEMBERS = [
  // said by hand-written services
  'stop', 'close', 'end', 'destroy', 'dispose', 'shutdown', 'teardown', 'tearDown', 'quit', 'disconnect', 'terminate', 'release', 'cleanup', 'cleanUp', 'unload',
  'unsubscribe', 'unmount', 'uninstall', 'unregister', 'detach', 'deactivate', 'deinit', 'deregister', 'removeListeners',
  // their asynchronous and private spellings
  'stopAsync', 'closeAsync', 'disposeAsync', 'shutDown', 'gracefulShutdown', 'closeAll', 'stopAll', 'disposeAll', 'destroyAll', '_close', '_stop', '_cleanup', '_dispose',
  // explicit resource management (ES2026)
  'Symbol.dispose', 'Symbol.asyncDispose',
  // stream implementations: called once by the stream itself
  '_destroy', '_final',
  // frameworks: NestJS, React, custom elements, Angular, Vue, Moleculer, Feathers
  'onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown', 'componentWillUnmount', 'disconnectedCallback', 'ngOnDestroy', 'beforeUnmount', 'unmounted', 'stopped',
] as const

/**
 * Functions that run once per process or once per instance by convention, when nothing calls them per event. `run`, `execute`,
 * `handle`, `process`, `subscribe` and `on` are not among them: those run per call.
 */
export const SETUP_MEMBERS = [
  // bringing a service up
  'init', 'initialize', 'initialise', 'setup', 'setUp', 'start', 'startup', 'connect', 'listen', 'open', 'boot', 'bootstrap', 'load', 'launch', 'main', 'serve',
  '_init', '_initialize', '_setup', '_start', '_connect',
  // being put into a host
  'install', 'register', 'configure', 'mount', 'attach', 'activate', 'enable', 'apply', 'plugin', 'use',
  // factories called at start-up
  'createApp', 'createServer', 'buildApp', 'buildServer', 'createApplication', 'makeApp', 'startServer', 'runServer',
  // frameworks: NestJS, Moleculer, Sails, Fastify
  'onModuleInit', 'onApplicationBootstrap', 'afterInit', 'created', 'started', 'onReady', 'onListen',
] as const
