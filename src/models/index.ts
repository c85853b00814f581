import awsLambda from './libraries/aws-lambda.ts'
import bullmq from './libraries/bullmq.ts'
import ecmascript from './libraries/ecmascript.ts'
import eventTarget from './libraries/event-target.ts'
import expressSession from './libraries/express-session.ts'
import express from './libraries/express.ts'
import fastify from './libraries/fastify.ts'
import hapi from './libraries/hapi.ts'
import hono from './libraries/hono.ts'
import intl from './libraries/intl.ts'
import ioredis from './libraries/ioredis.ts'
import kafkajs from './libraries/kafkajs.ts'
import koa from './libraries/koa.ts'
import lodash from './libraries/lodash.ts'
import lruCache from './libraries/lru-cache.ts'
import mongodb from './libraries/mongodb.ts'
import mqtt from './libraries/mqtt.ts'
import mysql from './libraries/mysql.ts'
import mysql2 from './libraries/mysql2.ts'
import nestjs from './libraries/nestjs.ts'
import nodeChildProcess from './libraries/node-child-process.ts'
import nodeCluster from './libraries/node-cluster.ts'
import nodeDiagnosticsChannel from './libraries/node-diagnostics-channel.ts'
import nodeEvents from './libraries/node-events.ts'
import nodeFs from './libraries/node-fs.ts'
import nodeHttp from './libraries/node-http.ts'
import nodeHttp2 from './libraries/node-http2.ts'
import nodeHttps from './libraries/node-https.ts'
import nodeNet from './libraries/node-net.ts'
import nodeProcess from './libraries/node-process.ts'
import nodeReadline from './libraries/node-readline.ts'
import nodeStream from './libraries/node-stream.ts'
import nodeTimers from './libraries/node-timers.ts'
import nodeTls from './libraries/node-tls.ts'
import nodeWorkerThreads from './libraries/node-worker-threads.ts'
import pg from './libraries/pg.ts'
import redis from './libraries/redis.ts'
import socketIo from './libraries/socket.io.ts'
import typeorm from './libraries/typeorm.ts'
import ws from './libraries/ws.ts'
import type { ModelRow } from './row.ts'

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = [
  ...awsLambda,
  ...bullmq,
  ...ecmascript,
  ...eventTarget,
  ...expressSession,
  ...express,
  ...fastify,
  ...hapi,
  ...hono,
  ...intl,
  ...ioredis,
  ...kafkajs,
  ...koa,
  ...lodash,
  ...lruCache,
  ...mongodb,
  ...mqtt,
  ...mysql,
  ...mysql2,
  ...nestjs,
  ...nodeChildProcess,
  ...nodeCluster,
  ...nodeDiagnosticsChannel,
  ...nodeEvents,
  ...nodeFs,
  ...nodeHttp,
  ...nodeHttp2,
  ...nodeHttps,
  ...nodeNet,
  ...nodeProcess,
  ...nodeReadline,
  ...nodeStream,
  ...nodeTimers,
  ...nodeTls,
  ...nodeWorkerThreads,
  ...pg,
  ...redis,
  ...socketIo,
  ...typeorm,
  ...ws,
]
