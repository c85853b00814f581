// Written by npm run generate.
import agenda from './libraries/agenda.ts'
import amqplib from './libraries/amqplib.ts'
import awsLambda from './libraries/aws-lambda.ts'
import axios from './libraries/axios.ts'
import beeQueue from './libraries/bee-queue.ts'
import bull from './libraries/bull.ts'
import bullmq from './libraries/bullmq.ts'
import cassandraDriver from './libraries/cassandra-driver.ts'
import clickhouse from './libraries/clickhouse.ts'
import cron from './libraries/cron.ts'
import dataloader from './libraries/dataloader.ts'
import ecmascript from './libraries/ecmascript.ts'
import elasticsearch from './libraries/elasticsearch.ts'
import eventTarget from './libraries/event-target.ts'
import express from './libraries/express.ts'
import expressSession from './libraries/express-session.ts'
import fastify from './libraries/fastify.ts'
import fetch from './libraries/fetch.ts'
import got from './libraries/got.ts'
import hapi from './libraries/hapi.ts'
import hono from './libraries/hono.ts'
import intl from './libraries/intl.ts'
import ioredis from './libraries/ioredis.ts'
import kafkajs from './libraries/kafkajs.ts'
import keyv from './libraries/keyv.ts'
import knex from './libraries/knex.ts'
import koa from './libraries/koa.ts'
import lodash from './libraries/lodash.ts'
import log4js from './libraries/log4js.ts'
import lruCache from './libraries/lru-cache.ts'
import mariadb from './libraries/mariadb.ts'
import memcached from './libraries/memcached.ts'
import memoizee from './libraries/memoizee.ts'
import mongodb from './libraries/mongodb.ts'
import mongoose from './libraries/mongoose.ts'
import mqtt from './libraries/mqtt.ts'
import mssql from './libraries/mssql.ts'
import mysql from './libraries/mysql.ts'
import mysql2 from './libraries/mysql2.ts'
import nats from './libraries/nats.ts'
import neo4jDriver from './libraries/neo4j-driver.ts'
import nestjs from './libraries/nestjs.ts'
import next from './libraries/next.ts'
import nodeCache from './libraries/node-cache.ts'
import nodeChildProcess from './libraries/node-child-process.ts'
import nodeCluster from './libraries/node-cluster.ts'
import nodeCron from './libraries/node-cron.ts'
import nodeCrypto from './libraries/node-crypto.ts'
import nodeDiagnosticsChannel from './libraries/node-diagnostics-channel.ts'
import nodeEvents from './libraries/node-events.ts'
import nodeFs from './libraries/node-fs.ts'
import nodeHttp from './libraries/node-http.ts'
import nodeHttp2 from './libraries/node-http2.ts'
import nodeHttps from './libraries/node-https.ts'
import nodeNet from './libraries/node-net.ts'
import nodePerfHooks from './libraries/node-perf-hooks.ts'
import nodeProcess from './libraries/node-process.ts'
import nodeReadline from './libraries/node-readline.ts'
import nodeSchedule from './libraries/node-schedule.ts'
import nodeStream from './libraries/node-stream.ts'
import nodeTimers from './libraries/node-timers.ts'
import nodeTls from './libraries/node-tls.ts'
import nodeWorkerThreads from './libraries/node-worker-threads.ts'
import nodemailer from './libraries/nodemailer.ts'
import opensearch from './libraries/opensearch.ts'
import opentelemetry from './libraries/opentelemetry.ts'
import pg from './libraries/pg.ts'
import pgPromise from './libraries/pg-promise.ts'
import postgres from './libraries/postgres.ts'
import prisma from './libraries/prisma.ts'
import promClient from './libraries/prom-client.ts'
import redis from './libraries/redis.ts'
import sequelize from './libraries/sequelize.ts'
import slonik from './libraries/slonik.ts'
import socketIo from './libraries/socket.io.ts'
import tedious from './libraries/tedious.ts'
import typeorm from './libraries/typeorm.ts'
import undici from './libraries/undici.ts'
import winston from './libraries/winston.ts'
import ws from './libraries/ws.ts'
import type { ModelRow } from './row.ts'

const libraries: readonly (readonly ModelRow[])[] = [
  agenda,
  amqplib,
  awsLambda,
  axios,
  beeQueue,
  bull,
  bullmq,
  cassandraDriver,
  clickhouse,
  cron,
  dataloader,
  ecmascript,
  elasticsearch,
  eventTarget,
  express,
  expressSession,
  fastify,
  fetch,
  got,
  hapi,
  hono,
  intl,
  ioredis,
  kafkajs,
  keyv,
  knex,
  koa,
  lodash,
  log4js,
  lruCache,
  mariadb,
  memcached,
  memoizee,
  mongodb,
  mongoose,
  mqtt,
  mssql,
  mysql,
  mysql2,
  nats,
  neo4jDriver,
  nestjs,
  next,
  nodeCache,
  nodeChildProcess,
  nodeCluster,
  nodeCron,
  nodeCrypto,
  nodeDiagnosticsChannel,
  nodeEvents,
  nodeFs,
  nodeHttp,
  nodeHttp2,
  nodeHttps,
  nodeNet,
  nodePerfHooks,
  nodeProcess,
  nodeReadline,
  nodeSchedule,
  nodeStream,
  nodeTimers,
  nodeTls,
  nodeWorkerThreads,
  nodemailer,
  opensearch,
  opentelemetry,
  pg,
  pgPromise,
  postgres,
  prisma,
  promClient,
  redis,
  sequelize,
  slonik,
  socketIo,
  tedious,
  typeorm,
  undici,
  winston,
  ws,
]

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = libraries.flat()
