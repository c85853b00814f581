import { describe, expect, test } from 'vitest'
import { commandsOf, deploymentOf, written } from './deployment-of.ts'

describe('an ecosystem file', () => {
  test('in JavaScript is read and never run: names stand for literals, all else for nothing', async () => {
    const text = [
      "const memory = '300M'",
      'const base = { cron_restart: `0 4 * * *`, node_args: ["--trace-gc", "--max-old-space-size=900"] }',
      'throw new Error("it was run")',
      'module.exports = { apps: [{ ...base, name: "prices", script: "./server.js", max_memory_restart: memory },',
      '  { name: "mail", script: "mail.js", max_memory_restart: process.env.MEMORY, node_args: options() }] }',
    ].join('\n')
    const file = await deploymentOf('ecosystem.config.js', text)
    expect(file.restarts.map(restart => [restart.name, restart.by, written(text, restart)])).toEqual([
      ['prices', 'clock', '2: cron_restart: `0 4 * * *`'], ['prices', 'memory', '4: max_memory_restart: memory'],
    ])
    expect(commandsOf(file)).toEqual(['node ./server.js [--trace-gc --max-old-space-size=900]', 'node mail.js'])
    expect(file.launches.map(({ commands }) => commands[0]!.areOptionsKnown)).toEqual([true, false])
  })

  test('in an ES module, in JSON with comments, and in YAML says the same', async () => {
    const files = await Promise.all([
      deploymentOf('ecosystem.config.mjs', "export default { apps: [{ name: 'prices', script: 'server.js', cron_restart: '0 4 * * *' }] }"),
      deploymentOf('process.json', '{ "apps": [{ "name": "prices", /* nightly */ "script": "server.js", "cron_restart": "0 4 * * *", }] }'),
      deploymentOf('ecosystem.yml', 'apps:\n  - name: prices\n    script: server.js\n    cron_restart: "0 4 * * *"\n'),
    ])
    for (const file of files) {
      expect(commandsOf(file)).toEqual(['node server.js'])
      expect(file.restarts.map(({ text, name }) => [text, name])).toEqual([['cron_restart', 'prices']])
    }
  })

  test('runs a program, or a script with another interpreter', async () => {
    expect(commandsOf(await deploymentOf('pm2.json', JSON.stringify({ apps: [{ script: 'npm', args: 'run start' }, { script: 'job.py', interpreter: 'python3' }, { script: 'jobs.ts', interpreter: 'bun' }] })))).toEqual(['npm run start', 'job.py', 'bun jobs.ts'])
  })

  test('gives NODE_OPTIONS in env, which may be computed', async () => {
    const launchesOf = async (env: string) => (await deploymentOf('ecosystem.config.cjs', `module.exports = { apps: [{ script: 'a.js', env_production: ${env} }] }`)).launches
    expect(await launchesOf("{ NODE_OPTIONS: '--trace-gc' }")).toMatchObject([{ options: [{ name: '--trace-gc' }], isEnvironmentKnown: true }])
    expect(await launchesOf('{ NODE_OPTIONS: options }')).toMatchObject([{ options: [], isEnvironmentKnown: false }])
    expect(await launchesOf('environment')).toMatchObject([{ isEnvironmentKnown: false }])
  })

  test('switches restarts off with zero and with an empty text', async () => {
    expect((await deploymentOf('pm2.json', '{ "apps": [{ "script": "a.js", "max_memory_restart": 0, "cron_restart": "" }] }')).restarts).toEqual([])
  })

  test('restarts programs of other languages, which is no matter of node', async () => {
    const restartsOf = async (app: object) => (await deploymentOf('pm2.json', JSON.stringify({ apps: [{ max_memory_restart: '1G', ...app }] }))).restarts.length
    expect(await Promise.all([{ script: 'main.py' }, { script: 'main', interpreter: '/srv/venv/bin/python3' }, { script: 'java', args: '-jar a.jar' }, { script: 'python-feed.js' }, { script: 'npm' }].map(restartsOf))).toEqual([0, 0, 0, 1, 1])
  })

  test('whose constants name each other in a circle ends', async () => {
    expect((await deploymentOf('ecosystem.config.cjs', 'const apps = list\nconst list = apps\nmodule.exports = { apps }')).launches).toEqual([])
  })
})
