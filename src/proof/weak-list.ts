/** Objects that are remembered without being kept. */
export class WeakList<T extends object> {
  #refs: WeakRef<T>[] = []

  add(value: T): void {
    this.#refs.push(new WeakRef(value))
  }

  /** Forgets what was collected, and what was added before. Until then, an object that was added twice is there twice. */
  prune(): void {
    const alive = new Map<T, WeakRef<T>>()
    for (const ref of this.#refs) {
      const value = ref.deref()
      if (value !== undefined && !alive.has(value)) alive.set(value, ref)
    }
    this.#refs = Array.from(alive.values()).slice() // without the room to grow that an array is built with
  }

  get size(): number {
    return this.#refs.length
  }

  /** The sum of a number of each object that is still there. */
  sum(numberOf: (value: T) => number): number {
    return this.#refs.reduce((total, ref) => {
      const value = ref.deref()
      return value === undefined ? total : total + numberOf(value)
    }, 0)
  }
}
