// https://log4js-node.github.io/log4js-node/categories.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'log4js#getLogger', role: 'label', labels: 'arg[0]', grows: 'name of a logger', note: 'the settings of each category stay in a Map' },
] as const satisfies readonly ModelRow[]
