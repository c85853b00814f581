// Written by npm run generate.
import adonisjsCore from './libraries/adonisjs-core.ts'
import aedes from './libraries/aedes.ts'
import agenda from './libraries/agenda.ts'
import ajv from './libraries/ajv.ts'
import amqpConnectionManager from './libraries/amqp-connection-manager.ts'
import amqplib from './libraries/amqplib.ts'
import apolloServer from './libraries/apollo-server.ts'
import archiver from './libraries/archiver.ts'
import awsLambda from './libraries/aws-lambda.ts'
import awsSdk from './libraries/aws-sdk.ts'
import axios from './libraries/axios.ts'
import azureFunctions from './libraries/azure-functions.ts'
import basicFtp from './libraries/basic-ftp.ts'
import beeQueue from './libraries/bee-queue.ts'
import betterSqlite3 from './libraries/better-sqlite3.ts'
import bottleneck from './libraries/bottleneck.ts'
import bull from './libraries/bull.ts'
import bullmq from './libraries/bullmq.ts'
import bunyan from './libraries/bunyan.ts'
import busboy from './libraries/busboy.ts'
import cacheManager from './libraries/cache-manager.ts'
import cassandraDriver from './libraries/cassandra-driver.ts'
import chokidar from './libraries/chokidar.ts'
import clickhouse from './libraries/clickhouse.ts'
import cloudflareWorkers from './libraries/cloudflare-workers.ts'
import confluentKafka from './libraries/confluent-kafka.ts'
import cron from './libraries/cron.ts'
import dataloader from './libraries/dataloader.ts'
import ddTrace from './libraries/dd-trace.ts'
import discordJs from './libraries/discord.js.ts'
import drizzleOrm from './libraries/drizzle-orm.ts'
import ecmascript from './libraries/ecmascript.ts'
import elasticsearch from './libraries/elasticsearch.ts'
import emittery from './libraries/emittery.ts'
import engineIo from './libraries/engine.io.ts'
import etcd3 from './libraries/etcd3.ts'
import ethers from './libraries/ethers.ts'
import eventTarget from './libraries/event-target.ts'
import eventemitter2 from './libraries/eventemitter2.ts'
import eventemitter3 from './libraries/eventemitter3.ts'
import eventsource from './libraries/eventsource.ts'
import execa from './libraries/execa.ts'
import express from './libraries/express.ts'
import expressRateLimit from './libraries/express-rate-limit.ts'
import expressSession from './libraries/express-session.ts'
import fastify from './libraries/fastify.ts'
import feathersjsFeathers from './libraries/feathersjs-feathers.ts'
import fetch from './libraries/fetch.ts'
import firestore from './libraries/firestore.ts'
import googleCloudFunctionsFramework from './libraries/google-cloud-functions-framework.ts'
import googleCloudPubsub from './libraries/google-cloud-pubsub.ts'
import got from './libraries/got.ts'
import grammy from './libraries/grammy.ts'
import graphqlSubscriptions from './libraries/graphql-subscriptions.ts'
import graphqlWs from './libraries/graphql-ws.ts'
import graphqlYoga from './libraries/graphql-yoga.ts'
import grpcGrpcJs from './libraries/grpc-grpc-js.ts'
import h3 from './libraries/h3.ts'
import hapi from './libraries/hapi.ts'
import hono from './libraries/hono.ts'
import hotShots from './libraries/hot-shots.ts'
import httpProxy from './libraries/http-proxy.ts'
import httpProxyMiddleware from './libraries/http-proxy-middleware.ts'
import hyperExpress from './libraries/hyper-express.ts'
import i18next from './libraries/i18next.ts'
import imapflow from './libraries/imapflow.ts'
import intl from './libraries/intl.ts'
import ioredis from './libraries/ioredis.ts'
import kafkajs from './libraries/kafkajs.ts'
import keyv from './libraries/keyv.ts'
import knex from './libraries/knex.ts'
import koa from './libraries/koa.ts'
import ldapjs from './libraries/ldapjs.ts'
import lodash from './libraries/lodash.ts'
import log4js from './libraries/log4js.ts'
import lruCache from './libraries/lru-cache.ts'
import mariadb from './libraries/mariadb.ts'
import mem from './libraries/mem.ts'
import memcached from './libraries/memcached.ts'
import memjs from './libraries/memjs.ts'
import memoize from './libraries/memoize.ts'
import memoizee from './libraries/memoizee.ts'
import mercurius from './libraries/mercurius.ts'
import micro from './libraries/micro.ts'
import mitt from './libraries/mitt.ts'
import modelcontextprotocolSdk from './libraries/modelcontextprotocol-sdk.ts'
import mongodb from './libraries/mongodb.ts'
import mongoose from './libraries/mongoose.ts'
import mqtt from './libraries/mqtt.ts'
import mssql from './libraries/mssql.ts'
import mysql from './libraries/mysql.ts'
import mysql2 from './libraries/mysql2.ts'
import nanoevents from './libraries/nanoevents.ts'
import nats from './libraries/nats.ts'
import needle from './libraries/needle.ts'
import neo4jDriver from './libraries/neo4j-driver.ts'
import nestjs from './libraries/nestjs.ts'
import nestjsEventEmitter from './libraries/nestjs-event-emitter.ts'
import netlifyFunctions from './libraries/netlify-functions.ts'
import next from './libraries/next.ts'
import nitropack from './libraries/nitropack.ts'
import nodeCache from './libraries/node-cache.ts'
import nodeChildProcess from './libraries/node-child-process.ts'
import nodeCluster from './libraries/node-cluster.ts'
import nodeCron from './libraries/node-cron.ts'
import nodeCrypto from './libraries/node-crypto.ts'
import nodeDiagnosticsChannel from './libraries/node-diagnostics-channel.ts'
import nodeEvents from './libraries/node-events.ts'
import nodeFetch from './libraries/node-fetch.ts'
import nodeFs from './libraries/node-fs.ts'
import nodeHttp from './libraries/node-http.ts'
import nodeHttp2 from './libraries/node-http2.ts'
import nodeHttps from './libraries/node-https.ts'
import nodeNet from './libraries/node-net.ts'
import nodePerfHooks from './libraries/node-perf-hooks.ts'
import nodeProcess from './libraries/node-process.ts'
import nodePty from './libraries/node-pty.ts'
import nodeRdkafka from './libraries/node-rdkafka.ts'
import nodeReadline from './libraries/node-readline.ts'
import nodeSchedule from './libraries/node-schedule.ts'
import nodeSsh from './libraries/node-ssh.ts'
import nodeStream from './libraries/node-stream.ts'
import nodeTelegramBotApi from './libraries/node-telegram-bot-api.ts'
import nodeTimers from './libraries/node-timers.ts'
import nodeTls from './libraries/node-tls.ts'
import nodeWatch from './libraries/node-watch.ts'
import nodeWorkerThreads from './libraries/node-worker-threads.ts'
import nodemailer from './libraries/nodemailer.ts'
import opensearch from './libraries/opensearch.ts'
import opentelemetry from './libraries/opentelemetry.ts'
import opossum from './libraries/opossum.ts'
import pMemoize from './libraries/p-memoize.ts'
import pg from './libraries/pg.ts'
import pgPromise from './libraries/pg-promise.ts'
import pino from './libraries/pino.ts'
import piscina from './libraries/piscina.ts'
import playwright from './libraries/playwright.ts'
import polka from './libraries/polka.ts'
import postgres from './libraries/postgres.ts'
import prisma from './libraries/prisma.ts'
import promClient from './libraries/prom-client.ts'
import puppeteer from './libraries/puppeteer.ts'
import quickLru from './libraries/quick-lru.ts'
import reactRouter from './libraries/react-router.ts'
import reconnectingWebsocket from './libraries/reconnecting-websocket.ts'
import redis from './libraries/redis.ts'
import request from './libraries/request.ts'
import restify from './libraries/restify.ts'
import rxjs from './libraries/rxjs.ts'
import sane from './libraries/sane.ts'
import sentry from './libraries/sentry.ts'
import sequelize from './libraries/sequelize.ts'
import sharp from './libraries/sharp.ts'
import slackBolt from './libraries/slack-bolt.ts'
import slonik from './libraries/slonik.ts'
import socketIo from './libraries/socket.io.ts'
import socketIoClient from './libraries/socket.io-client.ts'
import sockjs from './libraries/sockjs.ts'
import sqsConsumer from './libraries/sqs-consumer.ts'
import ssh2 from './libraries/ssh2.ts'
import subscriptionsTransportWs from './libraries/subscriptions-transport-ws.ts'
import supabase from './libraries/supabase.ts'
import superagent from './libraries/superagent.ts'
import sveltejsKit from './libraries/sveltejs-kit.ts'
import tedious from './libraries/tedious.ts'
import telegraf from './libraries/telegraf.ts'
import tinyEmitter from './libraries/tiny-emitter.ts'
import trpcServer from './libraries/trpc-server.ts'
import typeorm from './libraries/typeorm.ts'
import undici from './libraries/undici.ts'
import uwebsocketsJs from './libraries/uwebsockets.js.ts'
import vercelNode from './libraries/vercel-node.ts'
import whatsappWebJs from './libraries/whatsapp-web.js.ts'
import whiskeysocketsBaileys from './libraries/whiskeysockets-baileys.ts'
import winston from './libraries/winston.ts'
import workerpool from './libraries/workerpool.ts'
import ws from './libraries/ws.ts'
import type { ModelRow } from './row.ts'

const libraries: readonly (readonly ModelRow[])[] = [
  adonisjsCore,
  aedes,
  agenda,
  ajv,
  amqpConnectionManager,
  amqplib,
  apolloServer,
  archiver,
  awsLambda,
  awsSdk,
  axios,
  azureFunctions,
  basicFtp,
  beeQueue,
  betterSqlite3,
  bottleneck,
  bull,
  bullmq,
  bunyan,
  busboy,
  cacheManager,
  cassandraDriver,
  chokidar,
  clickhouse,
  cloudflareWorkers,
  confluentKafka,
  cron,
  dataloader,
  ddTrace,
  discordJs,
  drizzleOrm,
  ecmascript,
  elasticsearch,
  emittery,
  engineIo,
  etcd3,
  ethers,
  eventTarget,
  eventemitter2,
  eventemitter3,
  eventsource,
  execa,
  express,
  expressRateLimit,
  expressSession,
  fastify,
  feathersjsFeathers,
  fetch,
  firestore,
  googleCloudFunctionsFramework,
  googleCloudPubsub,
  got,
  grammy,
  graphqlSubscriptions,
  graphqlWs,
  graphqlYoga,
  grpcGrpcJs,
  h3,
  hapi,
  hono,
  hotShots,
  httpProxy,
  httpProxyMiddleware,
  hyperExpress,
  i18next,
  imapflow,
  intl,
  ioredis,
  kafkajs,
  keyv,
  knex,
  koa,
  ldapjs,
  lodash,
  log4js,
  lruCache,
  mariadb,
  mem,
  memcached,
  memjs,
  memoize,
  memoizee,
  mercurius,
  micro,
  mitt,
  modelcontextprotocolSdk,
  mongodb,
  mongoose,
  mqtt,
  mssql,
  mysql,
  mysql2,
  nanoevents,
  nats,
  needle,
  neo4jDriver,
  nestjs,
  nestjsEventEmitter,
  netlifyFunctions,
  next,
  nitropack,
  nodeCache,
  nodeChildProcess,
  nodeCluster,
  nodeCron,
  nodeCrypto,
  nodeDiagnosticsChannel,
  nodeEvents,
  nodeFetch,
  nodeFs,
  nodeHttp,
  nodeHttp2,
  nodeHttps,
  nodeNet,
  nodePerfHooks,
  nodeProcess,
  nodePty,
  nodeRdkafka,
  nodeReadline,
  nodeSchedule,
  nodeSsh,
  nodeStream,
  nodeTelegramBotApi,
  nodeTimers,
  nodeTls,
  nodeWatch,
  nodeWorkerThreads,
  nodemailer,
  opensearch,
  opentelemetry,
  opossum,
  pMemoize,
  pg,
  pgPromise,
  pino,
  piscina,
  playwright,
  polka,
  postgres,
  prisma,
  promClient,
  puppeteer,
  quickLru,
  reactRouter,
  reconnectingWebsocket,
  redis,
  request,
  restify,
  rxjs,
  sane,
  sentry,
  sequelize,
  sharp,
  slackBolt,
  slonik,
  socketIo,
  socketIoClient,
  sockjs,
  sqsConsumer,
  ssh2,
  subscriptionsTransportWs,
  supabase,
  superagent,
  sveltejsKit,
  tedious,
  telegraf,
  tinyEmitter,
  trpcServer,
  typeorm,
  undici,
  uwebsocketsJs,
  vercelNode,
  whatsappWebJs,
  whiskeysocketsBaileys,
  winston,
  workerpool,
  ws,
]

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = libraries.flat()
