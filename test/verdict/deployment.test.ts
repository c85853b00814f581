import { describe, expect, test } from 'vitest'
import { audit, type AuditOptions } from '../../src/audit.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const RULE = 'no-masked-leak'
const SERVER = `import { createServer } from 'node:http'\ncreateServer((req, res) => res.end('3.50')).listen(3000)`
const GIVEN = '--report-on-fatalerror --heapsnapshot-signal=SIGUSR2'

/** An audit of a small price feed with these files. */
const auditOf = (files: Readonly<Record<string, string>>, options: Partial<AuditOptions> = {}) =>
  audit({ cwd: temporaryFolder({ 'package.json': '{}', 'server.js': SERVER, ...files }), paths: ['.'], rules: [RULE], minConfidence: 'possible', ...options })

/** Where it is reported, and how the message begins. */
async function reported(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings, errors } = await auditOf(files)
  expect(errors).toEqual([])
  return findings.map(({ file, line, message }) => `${file}:${line} ${message.split(/ lets the heap| is not below| has no memory| restarts| is started without/, 1)[0]!}${/without (.*):/.exec(message)?.[1] ?? ''}`)
}

const scripts = (of: Readonly<Record<string, string>>, more: object = {}) => JSON.stringify({ ...more, scripts: of }, null, 1)
const container = (body: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: feed }\nspec: { template: { spec: { containers: [${body}] } } }\n`

describe('--max-old-space-size', () => {
  const LARGE = '--max-old-space-size=4096'

  test.each([
    ['a script that serves', { 'package.json': scripts({ start: `node ${GIVEN} ${LARGE} server.js` }) }, 'package.json:3 `--max-old-space-size=4096`'],
    ['a script that another file runs', { 'package.json': scripts({ boot: `node ${GIVEN} ${LARGE} server.js` }), Procfile: 'web: npm run boot' }, 'package.json:3 `--max-old-space-size=4096`'],
    ['an image, whatever it runs', { Dockerfile: `FROM node:22\nENV NODE_OPTIONS=${LARGE}\nENTRYPOINT ["./entrypoint.sh"]` }, 'Dockerfile:2 `--max-old-space-size=4096`'],
    ['a framework that is installed', { 'package.json': scripts({ start: `node ${GIVEN} ${LARGE} node_modules/next/dist/bin/next start` }) }, 'package.json:3 `--max-old-space-size=4096`'],
    ['a framework that serves', { 'package.json': scripts({ start: `NODE_OPTIONS=${LARGE} next start` }) }, 'package.json:3 `--max-old-space-size=4096`'],
  ])('is reported in the launch of %s', async (_, files, finding) => {
    expect(await reported(files)).toEqual([finding])
  })

  test.each([
    ['a tool that is installed', { 'package.json': scripts({ start: `node ${LARGE} node_modules/.bin/next build` }) }],
    ['a build', { 'package.json': scripts({ build: `node ${LARGE} node_modules/.bin/webpack`, 'start:dev': `node ${LARGE} server.js`, bench: `node ${LARGE} server.js` }) }],
    ['the build of an image', { Dockerfile: `FROM node:22 AS build\nENV NODE_OPTIONS=${LARGE}\nRUN npm run build\nFROM nginx\nCMD ["nginx"]` }],
    ['a watcher', { 'compose.yaml': `services: { feed: { image: node, mem_limit: 1g, command: npm run watch, environment: { NODE_OPTIONS: ${LARGE} } } }` }],
    ['a job', { 'job.yaml': `apiVersion: batch/v1\nkind: Job\nspec: { template: { spec: { containers: [{ name: import, command: [node, ${LARGE}, import.js], resources: { limits: { memory: 1Gi } } }] } } }` }],
  ])('is fine in %s', async (_, files) => {
    expect(await reported(files)).toEqual([])
  })

  test.each([['6Gi', []], ['4Gi', ['feed.yaml:4 `--max-old-space-size=4096`']], ['$MEMORY', []]])('goes with a limit of %s or not', async (memory, findings) => {
    expect(await reported({ 'feed.yaml': container(`{ name: feed, image: feed, env: [{ name: NODE_OPTIONS, value: "${LARGE} ${GIVEN}" }], resources: { limits: { memory: ${memory} } } }`) })).toEqual(findings)
  })

  test('of an image goes with the limit of a container that may run it', async () => {
    const Dockerfile = `FROM node:22\nCMD node ${GIVEN} ${LARGE} server.js`
    const limited = (image: string) => container(`{ name: feed, image: ${image}, resources: { limits: { memory: 6Gi } } }`)
    expect(await reported({ Dockerfile, 'feed.yaml': limited('registry/feed:1') })).toEqual([])
    expect(await reported({ Dockerfile, 'feed.yaml': limited('postgres:17') })).toEqual(['Dockerfile:2 `--max-old-space-size=4096`'])
  })
})

describe('a missing limit', () => {
  test.each([
    ['{ name: feed, image: "node:22-alpine" }', 1], ['{ name: feed, image: docker.io/library/node }', 1], ['{ name: feed, image: feed, command: [npm, start] }', 1], ['{ name: feed, image: feed, command: [sh, -c, "exec node ."] }', 1],
    ['{ name: feed, image: feed }', 0], ['{ name: feed, image: prom/node-exporter }', 0], ['{ name: feed, image: node, resources: { limits: { memory: 1Gi } } }', 0], ['{ name: feed, image: node, resources: { requests: { memory: 1Gi } } }', 1],
  ])('%s: %d', async (body, count) => {
    expect((await reported({ 'feed.yaml': container(body) })).filter(finding => finding.endsWith('`feed`'))).toHaveLength(count)
  })

  test('is not missing where the namespace gives one', async () => {
    const limits = 'apiVersion: v1\nkind: LimitRange\nspec: { limits: [{ type: Container, default: { memory: 1Gi } }] }\n'
    expect(await reported({ 'feed.yaml': container('{ name: feed, image: node }'), 'limits.yaml': limits })).toEqual([])
  })
})

describe('a launch without diagnostics', () => {
  const ALL = '`--report-on-fatalerror` and `--heapsnapshot-signal`'

  test.each([
    ['the script alone', { 'package.json': scripts({ start: 'node server.js' }) }, [`package.json:3 \`start\`${ALL}`]],
    ['the outermost file', { 'package.json': scripts({ start: 'node server.js' }), Dockerfile: 'FROM node\nCMD ["node", "server.js"]', Procfile: 'web: node server.js' }, [`Dockerfile:2 The server${ALL}`]],
    ['the script that the outermost file runs', { 'package.json': scripts({ start: 'npm run start:prod', 'start:prod': 'node server.js' }), Dockerfile: 'FROM node\nCMD npm start' }, [`package.json:4 \`start:prod\`${ALL}`]],
    ['the package that a file at the root starts', { Dockerfile: 'FROM node\nCMD yarn workspace feed start', 'feed/package.json': scripts({ start: 'node server.js' }, { name: 'feed' }), 'feed/server.js': SERVER }, [`feed/package.json:4 \`start\`${ALL}`]],
    ['one of two images of the same server', { Dockerfile: 'FROM node\nCMD node server.js', 'Dockerfile.alpine': 'FROM node:alpine\nCMD node server.js' }, [`Dockerfile:2 The server${ALL}`]],
  ])('is reported at %s', async (_, files, findings) => {
    expect(await reported(files)).toEqual(findings)
  })

  test.each([
    ['a script that cannot be followed', { 'package.json': scripts({ start: 'node server.js' }), Dockerfile: 'FROM node\nENTRYPOINT ["./entrypoint.sh"]' }],
    ['options from a variable', { 'package.json': scripts({ start: 'node $NODE_ARGS server.js' }) }],
    ['options that the image gives', { 'package.json': scripts({ start: 'node server.js' }), Dockerfile: `FROM node\nENV NODE_OPTIONS="${GIVEN}"\nCMD npm start` }],
    ['options that the container gives', { Dockerfile: 'FROM node\nCMD node server.js', 'feed.yaml': container(`{ name: feed, image: feed, env: [{ name: NODE_OPTIONS, value: ${GIVEN} }], resources: { limits: { memory: 1Gi } } }`) }],
    ['a script that serves nobody', { 'server.js': 'export const price = 3.5', 'package.json': scripts({ start: 'node report.js' }) }],
    ['a script that listens to itself', { 'server.js': 'class Feed { listen(f) { f(3.5) } }\nnew Feed().listen(p => console.log(p))', 'package.json': scripts({ start: 'node report.js' }) }],
    ['a tool', { 'package.json': scripts({ start: 'node scripts/start.js' }) }],
    ['a program that does it by itself', { 'package.json': scripts({ start: 'node server.js' }), 'inspect.js': `require('heapdump')\nprocess.report.reportOnFatalError = true` }],
    ['a session of the inspector', { 'package.json': scripts({ start: 'node --report-on-fatalerror server.js' }), 'inspect.js': `export const look = session => session.post('HeapProfiler.takeHeapSnapshot')` }],
  ])('is not said of %s', async (_, files) => {
    expect(await reported(files)).toEqual([])
  })

  test.each([
    ['compiled TypeScript', `node ${GIVEN} dist/server.js`, ['package.json:3 `start``--enable-source-maps`']],
    ['TypeScript with maps', `node ${GIVEN} --enable-source-maps dist/server.js`, []],
    ['maps by a package', `node ${GIVEN} -r source-map-support/register dist/server.js`, []],
    ['TypeScript itself', `node ${GIVEN} feed.ts`, []],
    ['JavaScript beside it', `node ${GIVEN} server.js`, []],
  ])('asks for source maps: %s', async (_, start, findings) => {
    expect(await reported({ 'feed.ts': 'export const price: number = 3.5', 'tsconfig.json': '{}', 'package.json': scripts({ start }) })).toEqual(findings)
  })
})

describe('what an audit makes of it', () => {
  const Dockerfile = 'FROM node:22\nENV NODE_OPTIONS=--max-old-space-size=4096\nCMD ["node", "server.js"]'

  test('findings stand in order with a place, a confidence and a fingerprint', async () => {
    const { findings } = await auditOf({ Dockerfile })
    expect(findings.map(({ severity, confidence, line, column, endLine, endColumn, holder }) => ({ severity, confidence, line, column, endLine, endColumn, holder: holder.text }))).toEqual([
      { severity: 'warning', confidence: 'likely', line: 2, column: 18, endLine: 2, endColumn: 43, holder: 'the process' },
      { severity: 'warning', confidence: 'possible', line: 3, column: 1, endLine: 3, endColumn: 26, holder: 'the process' },
    ])
    expect((await auditOf({ Dockerfile: `# the feed\n${Dockerfile}` })).findings.map(({ fingerprint }) => fingerprint)).toEqual(findings.map(({ fingerprint }) => fingerprint))
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })

  test('what is only possible is left out, unless it is asked for', async () => {
    expect((await auditOf({ Dockerfile }, { minConfidence: 'likely' })).findings.map(({ line }) => line)).toEqual([2])
  })

  test('a comment silences it, with a reason', async () => {
    const { findings, suppressed } = await auditOf({ Dockerfile: Dockerfile.replace('ENV', `# leak-audit-disable-next-line leak-audit/${RULE} -- measured in ticket 12\nENV`) }, { minConfidence: 'likely' })
    expect([findings, suppressed.map(({ line, reason }) => [line, reason])]).toEqual([[], [[3, 'measured in ticket 12']]])
  })

  test('a file that does not parse is an error once, and the others are audited', async () => {
    const { findings, errors } = await auditOf({ Dockerfile, 'ecosystem.config.js': 'module.exports = {', 'compose.yaml': 'services:\n  a: [' })
    expect(errors.map(({ file }) => file).sort()).toEqual(['compose.yaml', 'ecosystem.config.js'])
    expect(findings).toHaveLength(2)
  })

  test.each<[string, Partial<AuditOptions>]>([['nothing asks for it', { rules: [], minConfidence: 'likely' }], ['another rule is asked for', { rules: ['no-heartbeat'] }]])('no such file is read where %s', async (_, options) => {
    expect(await auditOf({ Dockerfile: 'no such instruction' }, options)).toMatchObject({ findings: [], errors: [] })
  })
})
