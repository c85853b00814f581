import { expect, test } from 'vitest'
import { shellCommands } from '../../../src/parse/deployment/shell-words.ts'

test.each([
  ['node server.js', [['node', 'server.js']]],
  [`node 'a b.js' "c \\"d\\"" e\\ f`, [['node', 'a b.js', 'c "d"', 'e f']]],
  ['npm ci && npm start; true || false & wait', [['npm', 'ci'], ['npm', 'start'], ['true'], ['false'], ['wait']]],
  ['(cd app; node .) | bunyan', [['cd', 'app'], ['node', '.'], ['bunyan']]],
  ['set -e\nnode \\\n  --trace-gc server.js', [['set', '-e'], ['node', '--trace-gc', 'server.js']]],
  ['node . > out.log 2>&1 < /dev/null', [['node', '.']]],
  ['node . # the server\nsleep 1', [['node', '.'], ['sleep', '1']]],
  ['node a#b --url=http://x/#y', [['node', 'a#b', '--url=http://x/#y']]],
  ['node --port=${PORT:-80 80} $(cat options)', [['node', '--port=${PORT:-80 80}', '$(cat options)']]],
  [`node 'unclosed`, [['node', "'unclosed"]]],
  ['', []],
])('%j', (line, commands) => {
  expect(shellCommands(line)).toEqual(commands)
})
