import type { Defect } from './defect.ts'

/** `Every GET /stream`, `Every call of subscribe()`, `Each start of the class`: how a sentence begins. */
export function eventPhrase({ event }: Defect): string {
  switch (event.kind) {
    case 'once': return 'The module'
    case 'request':
    case 'connection':
    case 'message':
    case 'job': return sentence(event.label.startsWith('every') ? event.label : `every ${event.label}`)
    case 'tick':
    case 'call':
    case 'instance': return sentence(event.label)
    case 'unknown': return 'Each run of this code'
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `, which lives as long as the process`. */
export function lifetimePhrase({ lifetime }: Defect): string {
  switch (lifetime) {
    case 'process': return ', which lives as long as the process'
    case 'connection': return ', which outlives the request (keep-alive)'
    case 'instance': return ', which lives as long as its object'
    default: return ''
  }
}

/** The call that would remove it, as far as the source names it. */
export const quoted = (text: string): string => `\`${text}\``
