/** A bench could not start or go on. `message` is one line for a person. */
export class BenchError extends Error {
  override readonly name = 'BenchError'
}
