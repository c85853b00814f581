import { QUANTITY_NAMES, type Quantity } from './quantities.ts'

/** What a process had after some events. A quantity that this system does not tell is missing. */
export interface Sample extends Readonly<Partial<Record<Quantity, number>>> {
  readonly bytes: number
  /** Of `bytes`, those on V8's heap. */
  readonly heap: number
  /** Of `bytes`, those outside of it that its objects hold: buffers, parsers, contexts. */
  readonly external: number
  readonly reachable: number
}

/** Samples as they are taken, in room that was made before the first: on the heap each would be measured with the next. */
export class SampleTable {
  readonly #cells: Float64Array
  #length = 0

  constructor(most: number) {
    this.#cells = new Float64Array(most * COLUMNS.length)
  }

  add(sample: Sample): void {
    COLUMNS.forEach((column, i) => { this.#cells[this.#length * COLUMNS.length + i] = sample[column] ?? NaN })
    this.#length++
  }

  get length(): number {
    return this.#length
  }

  samples(): readonly Sample[] {
    return Array.from({ length: this.#length }, (_, row) => this.#at(row))
  }

  #at(row: number): Sample {
    const cells = COLUMNS.map((column, i) => [column, this.#cells[row * COLUMNS.length + i]!] as const)
    return Object.fromEntries(cells.filter(([, value]) => !Number.isNaN(value))) as unknown as Sample
  }
}

const COLUMNS = [...QUANTITY_NAMES, 'heap', 'external'] as const
