/** Makes a value at the first call, and gives the same one ever after: what nobody asks for costs nothing. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => made ??= make()
}
