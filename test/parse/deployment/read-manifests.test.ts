import { describe, expect, test } from 'vitest'
import { commandsOf, deploymentOf, written } from './deployment-of.ts'

const kubernetes = (kind: string, spec: object) => deploymentOf('feed.yaml', `apiVersion: v1\nkind: ${kind}\nmetadata: { name: feed }\nspec: ${JSON.stringify(spec)}\n`)
const limitOf = async (memory: unknown) => (await kubernetes('Pod', { containers: [{ name: 'feed', resources: { limits: { memory } } }] })).launches[0]!.container!.limit

describe('a manifest of Kubernetes', () => {
  test.each([
    ['Pod', (pod: object) => pod],
    ['StatefulSet', (pod: object) => ({ template: { spec: pod } })],
    ['CronJob', (pod: object) => ({ jobTemplate: { spec: { template: { spec: pod } } } })],
  ])('of kind %s describes containers, and not those that only begin', async (kind, specOf) => {
    const { launches } = await kubernetes(kind, specOf({ initContainers: [{ name: 'migrate' }], containers: [{ name: 'feed', image: 'node:22', command: ['node'], args: ['.'] }] }))
    expect(launches).toMatchObject([{ name: 'feed', commands: [{ program: 'node', script: '.' }], container: { key: `${kind}/feed/feed`, image: 'node:22', isJob: kind === 'CronJob', limit: { kind: 'none' } } }])
  })

  test.each([['512Mi', 512], ['1Gi', 1024], ['1.5Gi', 1536], [1073741824, 1024], ['1073741824000m', 1024], ['1e9', 1e9 / 2 ** 20], ['1G', 1e9 / 2 ** 20]])('limits memory to %s', async (memory, size) => {
    expect(await limitOf(memory)).toEqual({ kind: 'mebibytes', size })
  })

  test('may limit the pod as a whole', async () => {
    const { launches } = await kubernetes('Pod', { resources: { limits: { memory: '1Gi' } }, containers: [{ name: 'feed' }, { name: 'mail', resources: { limits: { memory: '256Mi' } } }] })
    expect(launches.map(({ container }) => container!.limit)).toEqual([{ kind: 'mebibytes', size: 1024 }, { kind: 'mebibytes', size: 256 }])
  })

  test('may be limited by a size that is decided elsewhere', async () => {
    expect(await limitOf('${MEMORY}')).toEqual({ kind: 'unknown' })
    expect(await limitOf('0x10')).toEqual({ kind: 'unknown' })
  })

  test('gives NODE_OPTIONS in env, where it may come from a ConfigMap', async () => {
    const launchOf = async (container: object) => (await kubernetes('Pod', { containers: [{ name: 'feed', ...container }] })).launches[0]!
    expect(await launchOf({ env: [{ name: 'PORT', value: '80' }, { name: 'NODE_OPTIONS', value: '--trace-gc' }] })).toMatchObject({ options: [{ name: '--trace-gc' }], isEnvironmentKnown: true })
    expect(await launchOf({ env: [{ name: 'NODE_OPTIONS', valueFrom: { configMapKeyRef: { name: 'feed' } } }] })).toMatchObject({ options: [], isEnvironmentKnown: false })
    expect(await launchOf({ envFrom: [{ configMapRef: { name: 'feed' } }] })).toMatchObject({ isEnvironmentKnown: false })
  })

  test('may stand with others in one file, and in a List', async () => {
    const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers: [{ name }] } })
    const text = `apiVersion: v1\nkind: List\nitems: ${JSON.stringify([pod('feed'), pod('mail')])}\n---\n---\n${JSON.stringify(pod('chat'))}\n`
    expect((await deploymentOf('all.yaml', text)).launches.map(({ name }) => name)).toEqual(['feed', 'mail', 'chat'])
  })

  test('gives limits to all that have none', async () => {
    expect((await kubernetes('LimitRange', { limits: [{ type: 'Container', default: { memory: '512Mi' } }] })).hasDefaultLimit).toBe(true)
    expect((await kubernetes('LimitRange', { limits: [{ type: 'Container', max: { memory: '4Gi' } }] })).hasDefaultLimit).toBeUndefined()
  })

  test('restarts what is well: on a schedule, or by a probe that asks for memory', async () => {
    const text = 'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: kubectl\n              command:\n                - sh\n                - -c\n                - |\n                  kubectl -n shop rollout restart deployment/feed\n'
    expect((await deploymentOf('restart.yaml', text)).restarts.map(({ by, start }) => [by, text.slice(0, start).split('\n').length])).toEqual([['clock', 10]])
    const probed = async (command: readonly string[]) => (await kubernetes('Pod', { containers: [{ name: 'feed', livenessProbe: { exec: { command } } }] })).restarts.map(({ by, name }) => [by, name])
    expect(await probed(['sh', '-c', 'test $(cat /sys/fs/cgroup/memory.current) -lt 900000000'])).toEqual([['memory', 'feed']])
    expect(await probed(['node', 'health.js'])).toEqual([])
  })
})

describe('a compose file', () => {
  const service = async (body: string) => (await deploymentOf('compose.yaml', `x-small: &small\n  mem_limit: 512m\n  environment: { NODE_OPTIONS: --trace-gc }\nservices:\n  feed:\n${body}\n`)).launches[0]!

  test.each([
    ['    mem_limit: 1.5GB', { kind: 'mebibytes', size: 1536 }],
    ['    deploy: { resources: { limits: { memory: 300M } } }', { kind: 'mebibytes', size: 300 }],
    ['    mem_limit: ${MEMORY:-512m}', { kind: 'unknown' }],
    ['    <<: *small', { kind: 'mebibytes', size: 512 }],
    ['    <<: [*small]\n    mem_limit: 1g', { kind: 'mebibytes', size: 1024 }],
    ['    extends: { file: base.yaml, service: feed }', { kind: 'unknown' }],
    ['    mem_reservation: 512m', { kind: 'none' }],
  ])('limits memory: %j', async (body, limit) => {
    expect((await service(body)).container!.limit).toEqual(limit)
  })

  test.each([
    ['    environment:\n      NODE_OPTIONS: --max-old-space-size=900', ['--max-old-space-size'], true],
    ['    environment:\n      - NODE_OPTIONS=--max-old-space-size=900', ['--max-old-space-size'], true],
    ['    environment:\n      - NODE_OPTIONS', [], false],
    ['    environment: { NODE_OPTIONS: "${OPTIONS}" }', [], false],
    ['    <<: *small', ['--trace-gc'], true],
    ['    env_file: .env', [], false],
  ])('gives options: %j', async (body, names, isEnvironmentKnown) => {
    const launch = await service(body)
    expect([launch.options.map(({ name }) => name), launch.isEnvironmentKnown]).toEqual([names, isEnvironmentKnown])
  })

  test('starts a line for the shell, or words; an entrypoint goes before words', async () => {
    const text = 'services:\n  a:\n    command: npm ci && node --trace-gc .\n  b:\n    entrypoint: [node]\n    command: [b.js]\n  c:\n    entrypoint: node c.js\n'
    const file = await deploymentOf('docker-compose.yml', text)
    expect(commandsOf(file)).toEqual(['npm ci', 'node . [--trace-gc]', 'node b.js', 'node c.js'])
    expect(written(text, file.launches[0]!.commands[1]!.options[0]!)).toBe('3: --trace-gc')
    expect(file.launches.map(launch => written(text, launch))).toEqual(['2: a', '4: b', '7: c'])
  })
})

describe('a Procfile', () => {
  test('starts one process a line', async () => {
    const text = '# the shop\nweb: node --trace-gc server.js\n\nworker: npm run work\n'
    const file = await deploymentOf('Procfile', text)
    expect(file.launches.map(({ name, ...launch }) => `${name} ${written(text, launch)}`)).toEqual(['web 2: node --trace-gc server.js', 'worker 4: npm run work'])
    expect(written(text, file.launches[0]!.commands[0]!.options[0]!)).toBe('2: --trace-gc')
  })
})
