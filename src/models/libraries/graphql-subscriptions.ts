// https://github.com/apollographql/graphql-subscriptions#getting-started
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'graphql-subscriptions#PubSubEngine', role: 'type' },
  { symbol: 'graphql-subscriptions#PubSub', role: 'type', extends: ['graphql-subscriptions#PubSubEngine'] },
  { symbol: 'graphql-subscriptions#PubSubEngine.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', handle: 'return', releasedBy: ['graphql-subscriptions#PubSubEngine.unsubscribe'], note: 'an iterator lets go when its client does' },
  { symbol: 'graphql-subscriptions#PubSubEngine.subscribe', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every {arg[0]}' },
  { symbol: 'graphql-subscriptions#PubSubEngine.unsubscribe', role: 'release', resource: 'listener', handle: 'arg[0]' },
] as const satisfies readonly ModelRow[]
