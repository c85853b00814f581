import type { Restart, Span } from './deployment-facts.ts'
import { entriesOf, textOf, valueAt, type Located } from './located.ts'

/** Options of PM2 that restart a process which has not failed: https://pm2.keymetrics.io/docs/usage/restart-strategies/ */
const RESTARTS: Readonly<Record<string, Restart['by']>> = {
  cron_restart: 'clock', cron: 'clock', 'cron-restart': 'clock',
  max_memory_restart: 'memory', 'max-memory-restart': 'memory',
}

/** Keys of an app of PM2 that restart it; `0` and an empty text are its way to say never. */
export function restartsOfApp(app: Located): readonly Restart[] {
  const name = textOf(valueAt(app, 'name'))
  return entriesOf(app).flatMap(({ key, value, start, end }) => {
    const by = Object.hasOwn(RESTARTS, key) ? RESTARTS[key] : undefined
    return by === undefined || isOff(value) ? [] : [{ start, end, by, text: key, ...(name === undefined ? {} : { name }) }]
  })
}

function isOff(value: Located): boolean {
  const text = textOf(value)
  return value.kind === 'unknown' || text === undefined || text === '' || text === '0' || text === 'false'
}

/** Options of the command `pm2` that restart what it starts. */
export function restartsOfWords(words: readonly string[], locate: (written: string) => Span): readonly Restart[] {
  return words.flatMap(word => {
    const option = /^--([\w-]+)(?:=|$)/.exec(word)?.[1] ?? '', by = Object.hasOwn(RESTARTS, option) ? RESTARTS[option] : undefined
    return by === undefined ? [] : [{ ...locate(word), by, text: `--${option}` }]
  })
}
