// https://mercurius.dev/#/docs/api/options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mercurius#MercuriusPlugin', role: 'type' },
  { symbol: 'fastify#FastifyInstance.graphql', role: 'type', returns: 'mercurius#MercuriusPlugin' },
  { symbol: 'fastify#FastifyInstance.register', role: 'entry', calls: 'arg[1].resolvers.*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'fastify#FastifyInstance.register', role: 'entry', calls: 'arg[1].loaders.*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'fastify#FastifyInstance.register', role: 'entry', calls: 'arg[1].resolvers.*.*.subscribe', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'mercurius#MercuriusPlugin.defineResolvers', role: 'entry', calls: 'arg[0].*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'mercurius#MercuriusPlugin.defineLoaders', role: 'entry', calls: 'arg[0].*.*', event: 'request', label: 'every GraphQL operation that asks for it' },
  { symbol: 'mercurius#MercuriusPlugin.addHook', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['preParsing', 'preValidation', 'preExecution', 'onResolution', 'preSubscriptionParsing', 'preSubscriptionExecution', 'onSubscriptionResolution', 'onSubscriptionEnd'] }, label: "every GraphQL operation: '{arg[0]}'" },
] as const satisfies readonly ModelRow[]
