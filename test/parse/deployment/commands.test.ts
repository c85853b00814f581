import { expect, test } from 'vitest'
import { commandsOf, deploymentOf, written } from './deployment-of.ts'

const scriptOf = (line: string) => deploymentOf('package.json', JSON.stringify({ scripts: { start: line } }))

test.each([
  ['node --max-old-space-size=4096 server.js --port 80', ['node server.js --port 80 [--max-old-space-size=4096]']],
  ['/usr/local/bin/node --max_old_space_size 512 .', ['node . [--max-old-space-size=512]']],
  ['node -r dotenv/config --enable-source-maps dist/main.js', ['node dist/main.js [--r=dotenv/config --enable-source-maps]']],
  ['NODE_ENV=production NODE_OPTIONS="--trace-gc --max-old-space-size=900" node .', ['node . [--trace-gc --max-old-space-size=900]']],
  ['cross-env NODE_OPTIONS=--trace-gc next start', ['next start [--trace-gc]']],
  ['exec tini -- node .', ['node .']],
  ['env -u DEBUG A=b gosu node node server.js', ['node server.js']],
  ['if [ -f dist/server.js ]; then node dist/server.js; fi', ['if [ -f dist/server.js ]', 'node dist/server.js', 'fi']],
  ['npx -p typescript tsc', ['tsc']],
  [`NODE_OPTIONS=--trace-gc sh -c 'cd app && exec node .'`, ['cd app [--trace-gc]', 'node . [--trace-gc]']],
  ['dotenvx run -- node .', ['node .']],
])('%s', async (line, commands) => {
  expect(commandsOf(await scriptOf(line))).toEqual(commands)
})

test('a variable among the options may be any option', async () => {
  const known = async (line: string) => (await scriptOf(line)).launches[0]!.commands[0]!.areOptionsKnown
  expect(await known('node $NODE_ARGS server.js')).toBe(false)
  expect(await known('NODE_OPTIONS="${OPTIONS} --trace-gc" node server.js')).toBe(false)
  expect(await known('node --trace-gc server.js $PORT')).toBe(true)
})

test('an option has the place where it is written', async () => {
  const text = '{\n  "scripts": {\n    "start": "NODE_OPTIONS=--trace-gc node --max-old-space-size=4096 ."\n  }\n}'
  const { launches: [start] } = await deploymentOf('package.json', text)
  expect(start!.commands[0]!.options.map(option => written(text, option))).toEqual(['3: --max-old-space-size=4096', '3: --trace-gc'])
})

test.each([
  ['pm2 start server.js --max-memory-restart 300M', ['memory --max-memory-restart'], 'server.js'],
  ['pm2-runtime -i max --cron-restart="0 4 * * *" dist/main.js', ['clock --cron-restart'], 'dist/main.js'],
  ['pm2 start ecosystem.config.js --env production', [], undefined],
  ['pm2 stop all', [], undefined],
])('%s', async (line, restarts, script) => {
  const [command] = (await scriptOf(line)).launches[0]!.commands
  expect([command!.restarts.map(({ by, text }) => `${by} ${text}`), command!.script]).toEqual([restarts, script])
})

test('PM2 hands options on to node', async () => {
  expect(commandsOf(await scriptOf('pm2 start --node-args="--max-old-space-size=900" server.js'))).toEqual(['pm2 start --node-args=--max-old-space-size=900 server.js [--max-old-space-size=900]'])
})
