// What tsc leaves to do: the command line is a program, and what is compiled for require() says so.
import { chmodSync, writeFileSync } from 'node:fs'

chmodSync('dist/src/cli.js', 0o755)
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')
