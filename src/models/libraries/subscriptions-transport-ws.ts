// https://github.com/apollographql/subscriptions-transport-ws#api-docs
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'subscriptions-transport-ws#SubscriptionClient', role: 'type' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer', role: 'type' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.create', role: 'type', isStatic: true, returns: 'subscriptions-transport-ws#SubscriptionServer' },
  { symbol: 'subscriptions-transport-ws#SubscriptionClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['subscriptions-transport-ws#SubscriptionClient.close'], note: 'a socket, opened when it is made' },
  { symbol: 'subscriptions-transport-ws#SubscriptionClient.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', handle: 'return', disposedBy: ['()'] },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.create', role: 'entry', calls: 'arg[0].onConnect', event: 'connection', isStatic: true, label: 'every GraphQL connection' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.create', role: 'entry', calls: 'arg[0].onDisconnect', event: 'connection', isStatic: true, label: 'every GraphQL connection that ends' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.create', role: 'entry', calls: 'arg[0].onOperation', event: 'message', isStatic: true, label: 'every GraphQL operation' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.create', role: 'entry', calls: 'arg[0].onOperationComplete', event: 'message', isStatic: true, label: 'every GraphQL operation that ends' },
  { symbol: 'subscriptions-transport-ws#SubscriptionClient.close', role: 'teardown' },
  { symbol: 'subscriptions-transport-ws#SubscriptionServer.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
