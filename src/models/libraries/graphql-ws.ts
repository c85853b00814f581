// https://the-guild.dev/graphql/ws/docs
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'graphql-ws#Client', role: 'type' },
  { symbol: 'graphql-ws#createClient', role: 'type', returns: 'graphql-ws#Client' },
  { symbol: 'graphql-ws#createClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].lazy': [false] }, releasedBy: ['graphql-ws#Client.dispose'], note: 'a lazy one, which is the default, closes its socket after its last subscription' },
  { symbol: 'graphql-ws#Client.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', handle: 'return', disposedBy: ['()'] },
  { symbol: 'graphql-ws#Client.dispose', role: 'teardown' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onConnect', event: 'connection', label: 'every GraphQL connection' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onDisconnect', event: 'connection', label: 'every GraphQL connection that ends' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onClose', event: 'connection', label: 'every GraphQL connection that ends' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onSubscribe', event: 'message', label: 'every GraphQL subscription' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onOperation', event: 'message', label: 'every GraphQL operation' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onNext', event: 'message', label: 'every GraphQL result' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].onComplete', event: 'message', label: 'every GraphQL subscription that ends' },
  { symbol: 'graphql-ws/use/ws#useServer', role: 'entry', calls: 'arg[0].context', event: 'message', label: 'every GraphQL operation' },
] as const satisfies readonly ModelRow[]
