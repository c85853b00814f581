import type { FileFacts } from '../facts/file-facts.ts'
import type { Ref } from './refs.ts'

/** Answers by file and id: found without building a text key. */
export class RefCache<T> {
  readonly #byFile = new Map<FileFacts, (T | undefined)[]>()

  get({ file, id }: Ref): T | undefined {
    return this.#byFile.get(file)?.[id]
  }

  set({ file, id }: Ref, answer: T): void {
    const answers = this.#byFile.get(file)
    if (answers !== undefined) answers[id] = answer
    else {
      const made: (T | undefined)[] = []
      made[id] = answer
      this.#byFile.set(file, made)
    }
  }
}
