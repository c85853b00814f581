// https://nodemailer.com/smtp/pooled/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'nodemailer#Transporter', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'nodemailer#createTransport', role: 'type', returns: 'nodemailer#Transporter' },
  { symbol: 'nodemailer#createTransport', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].pool': [true] }, releasedBy: ['nodemailer#Transporter.close'], note: 'one without a pool opens a connection for each message and closes it' },
  { symbol: 'nodemailer#Transporter.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
