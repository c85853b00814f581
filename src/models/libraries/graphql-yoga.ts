// https://the-guild.dev/graphql/yoga-server/docs
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'graphql-yoga#createSchema', role: 'entry', calls: 'arg[0].resolvers.*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'graphql-yoga#createSchema', role: 'entry', calls: 'arg[0].resolvers.*.*.resolve', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'graphql-yoga#createSchema', role: 'entry', calls: 'arg[0].resolvers.*.*.subscribe', event: 'request', label: 'every GraphQL subscription' },
  { symbol: '@graphql-tools/schema#makeExecutableSchema', role: 'entry', calls: 'arg[0].resolvers.*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: '@graphql-tools/schema#makeExecutableSchema', role: 'entry', calls: 'arg[0].resolvers.*.*.resolve', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: '@graphql-tools/schema#makeExecutableSchema', role: 'entry', calls: 'arg[0].resolvers.*.*.subscribe', event: 'request', label: 'every GraphQL subscription' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].context', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onRequest', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onResponse', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onParams', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onExecute', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onSubscribe', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onParse', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onValidate', event: 'request', label: 'every GraphQL request' },
  { symbol: 'graphql-yoga#createYoga', role: 'entry', calls: 'arg[0].plugins.onContextBuilding', event: 'request', label: 'every GraphQL request' },
] as const satisfies readonly ModelRow[]
