/** What a process can have more of after each event, and how much of it nobody minds. */
export const QUANTITIES = {
  bytes: { unit: 'B', one: 'byte', many: 'bytes', of: 'live heap and external memory', limit: 16 },
  reachable: { unit: '', one: 'object', many: 'objects', of: 'objects of finished events still reachable', limit: 0.01 },
  listeners: { unit: '', one: 'listener', many: 'listeners', of: 'listeners of emitters and event targets', limit: 0.01 },
  timers: { unit: '', one: 'timer', many: 'timers', of: 'active timers', limit: 0.01 },
  handles: { unit: '', one: 'handle', many: 'handles', of: 'active handles and requests', limit: 0.01 },
  descriptors: { unit: '', one: 'descriptor', many: 'descriptors', of: 'open file descriptors', limit: 0.01 },
} as const satisfies Readonly<Record<string, QuantityRow>>

export type Quantity = keyof typeof QUANTITIES

/** In the order in which they are printed, and in which the first that grows is named. */
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as readonly Quantity[]

interface QuantityRow {
  readonly unit: string
  readonly one: string
  readonly many: string
  /** What is counted. */
  readonly of: string
  /**
   * Growth per event up to which it is flat. For counts one in a hundred events, which a socket kept for reuse does not reach.
   * For bytes what was measured of servers that do not leak (a few bytes) and the smallest entry of a collection lie on either side.
   */
  readonly limit: number
}
