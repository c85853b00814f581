// https://docs.nestjs.com/techniques/events
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@nestjs/event-emitter#EventEmitter2', role: 'type', extends: ['eventemitter2#EventEmitter2'] },
  { symbol: '@nestjs/event-emitter#OnEvent', role: 'entry', calls: 'decorated', event: 'message', label: "every '{arg[0]}'" },
] as const satisfies readonly ModelRow[]
