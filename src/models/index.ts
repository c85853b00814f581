// Written by npm run generate.
import adonisjsCore from './libraries/adonisjs-core.ts'
import aedes from './libraries/aedes.ts'
import amqplib from './libraries/amqplib.ts'
import apolloServer from './libraries/apollo-server.ts'
import awsLambda from './libraries/aws-lambda.ts'
import axios from './libraries/axios.ts'
import azureFunctions from './libraries/azure-functions.ts'
import bullmq from './libraries/bullmq.ts'
import cassandraDriver from './libraries/cassandra-driver.ts'
import cloudflareWorkers from './libraries/cloudflare-workers.ts'
import discordJs from './libraries/discord.js.ts'
import ecmascript from './libraries/ecmascript.ts'
import elasticsearch from './libraries/elasticsearch.ts'
import engineIo from './libraries/engine.io.ts'
import eventTarget from './libraries/event-target.ts'
import express from './libraries/express.ts'
import expressSession from './libraries/express-session.ts'
import fastify from './libraries/fastify.ts'
import feathersjsFeathers from './libraries/feathersjs-feathers.ts'
import fetch from './libraries/fetch.ts'
import googleCloudFunctionsFramework from './libraries/google-cloud-functions-framework.ts'
import got from './libraries/got.ts'
import grammy from './libraries/grammy.ts'
import graphqlYoga from './libraries/graphql-yoga.ts'
import grpcGrpcJs from './libraries/grpc-grpc-js.ts'
import h3 from './libraries/h3.ts'
import hapi from './libraries/hapi.ts'
import hono from './libraries/hono.ts'
import hyperExpress from './libraries/hyper-express.ts'
import intl from './libraries/intl.ts'
import ioredis from './libraries/ioredis.ts'
import kafkajs from './libraries/kafkajs.ts'
import knex from './libraries/knex.ts'
import koa from './libraries/koa.ts'
import lodash from './libraries/lodash.ts'
import log4js from './libraries/log4js.ts'
import lruCache from './libraries/lru-cache.ts'
import mercurius from './libraries/mercurius.ts'
import micro from './libraries/micro.ts'
import modelcontextprotocolSdk from './libraries/modelcontextprotocol-sdk.ts'
import mongodb from './libraries/mongodb.ts'
import mqtt from './libraries/mqtt.ts'
import mysql from './libraries/mysql.ts'
import mysql2 from './libraries/mysql2.ts'
import nats from './libraries/nats.ts'
import nestjs from './libraries/nestjs.ts'
import netlifyFunctions from './libraries/netlify-functions.ts'
import next from './libraries/next.ts'
import nitropack from './libraries/nitropack.ts'
import nodeCache from './libraries/node-cache.ts'
import nodeChildProcess from './libraries/node-child-process.ts'
import nodeCluster from './libraries/node-cluster.ts'
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
import nodePty from './libraries/node-pty.ts'
import nodeReadline from './libraries/node-readline.ts'
import nodeStream from './libraries/node-stream.ts'
import nodeTelegramBotApi from './libraries/node-telegram-bot-api.ts'
import nodeTimers from './libraries/node-timers.ts'
import nodeTls from './libraries/node-tls.ts'
import nodeWorkerThreads from './libraries/node-worker-threads.ts'
import nodemailer from './libraries/nodemailer.ts'
import opentelemetry from './libraries/opentelemetry.ts'
import pg from './libraries/pg.ts'
import playwright from './libraries/playwright.ts'
import polka from './libraries/polka.ts'
import prisma from './libraries/prisma.ts'
import promClient from './libraries/prom-client.ts'
import puppeteer from './libraries/puppeteer.ts'
import reactRouter from './libraries/react-router.ts'
import redis from './libraries/redis.ts'
import restify from './libraries/restify.ts'
import sequelize from './libraries/sequelize.ts'
import slackBolt from './libraries/slack-bolt.ts'
import socketIo from './libraries/socket.io.ts'
import sockjs from './libraries/sockjs.ts'
import ssh2 from './libraries/ssh2.ts'
import sveltejsKit from './libraries/sveltejs-kit.ts'
import telegraf from './libraries/telegraf.ts'
import trpcServer from './libraries/trpc-server.ts'
import typeorm from './libraries/typeorm.ts'
import undici from './libraries/undici.ts'
import vercelNode from './libraries/vercel-node.ts'
import whatsappWebJs from './libraries/whatsapp-web.js.ts'
import whiskeysocketsBaileys from './libraries/whiskeysockets-baileys.ts'
import winston from './libraries/winston.ts'
import ws from './libraries/ws.ts'
import type { ModelRow } from './row.ts'

const libraries: readonly (readonly ModelRow[])[] = [
  adonisjsCore,
  aedes,
  amqplib,
  apolloServer,
  awsLambda,
  axios,
  azureFunctions,
  bullmq,
  cassandraDriver,
  cloudflareWorkers,
  discordJs,
  ecmascript,
  elasticsearch,
  engineIo,
  eventTarget,
  express,
  expressSession,
  fastify,
  feathersjsFeathers,
  fetch,
  googleCloudFunctionsFramework,
  got,
  grammy,
  graphqlYoga,
  grpcGrpcJs,
  h3,
  hapi,
  hono,
  hyperExpress,
  intl,
  ioredis,
  kafkajs,
  knex,
  koa,
  lodash,
  log4js,
  lruCache,
  mercurius,
  micro,
  modelcontextprotocolSdk,
  mongodb,
  mqtt,
  mysql,
  mysql2,
  nats,
  nestjs,
  netlifyFunctions,
  next,
  nitropack,
  nodeCache,
  nodeChildProcess,
  nodeCluster,
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
  nodePty,
  nodeReadline,
  nodeStream,
  nodeTelegramBotApi,
  nodeTimers,
  nodeTls,
  nodeWorkerThreads,
  nodemailer,
  opentelemetry,
  pg,
  playwright,
  polka,
  prisma,
  promClient,
  puppeteer,
  reactRouter,
  redis,
  restify,
  sequelize,
  slackBolt,
  socketIo,
  sockjs,
  ssh2,
  sveltejsKit,
  telegraf,
  trpcServer,
  typeorm,
  undici,
  vercelNode,
  whatsappWebJs,
  whiskeysocketsBaileys,
  winston,
  ws,
]

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = libraries.flat()
