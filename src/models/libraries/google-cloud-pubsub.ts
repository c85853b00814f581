// https://cloud.google.com/nodejs/docs/reference/pubsub/latest
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@google-cloud/pubsub#PubSub', role: 'type' },
  { symbol: '@google-cloud/pubsub#Subscription', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: '@google-cloud/pubsub#Message', role: 'type', lifetime: 'event' },
  { symbol: '@google-cloud/pubsub#PubSub.subscription', role: 'type', returns: '@google-cloud/pubsub#Subscription' },
  { symbol: '@google-cloud/pubsub#Subscription.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, params: ['@google-cloud/pubsub#Message'], label: 'every message of the subscription' },
  { symbol: '@google-cloud/pubsub#PubSub', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['@google-cloud/pubsub#PubSub.close'], note: 'its gRPC channels stay open' },
  { symbol: '@google-cloud/pubsub#PubSub.close', role: 'teardown' },
  { symbol: '@google-cloud/pubsub#Subscription.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
