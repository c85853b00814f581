// https://github.com/winstonjs/winston#creating-your-own-logger
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'winston#Logger', role: 'type', extends: ['node:stream#Writable'] },
  { symbol: 'winston#createLogger', role: 'type', returns: 'winston#Logger' },
  { symbol: 'winston#createLogger', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].transports': ['winston#transports.File'] }, releasedBy: ['winston#Logger.close', 'winston#Logger.end'], note: 'each transport for files keeps a descriptor; a logger for the console alone goes with its variable' },
  { symbol: 'winston#Logger.close', role: 'teardown' },
  { symbol: 'winston#Logger.end', role: 'teardown' },
  { symbol: 'winston#Container', role: 'type' },
  { symbol: 'winston#loggers', role: 'type', returns: 'winston#Container' },
  { symbol: 'winston#loggers.add', role: 'label', labels: 'arg[0]', grows: 'name of a logger', releasedBy: ['winston#loggers.close'] },
  { symbol: 'winston#loggers.get', role: 'label', labels: 'arg[0]', grows: 'name of a logger', releasedBy: ['winston#loggers.close'] },
  { symbol: 'winston#Container.add', role: 'label', labels: 'arg[0]', grows: 'name of a logger', releasedBy: ['winston#Container.close'], note: '12 KB for each name' },
  { symbol: 'winston#Container.get', role: 'label', labels: 'arg[0]', grows: 'name of a logger', releasedBy: ['winston#Container.close'] },
] as const satisfies readonly ModelRow[]
