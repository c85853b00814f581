/** The parts of a symbol key: `node:events#EventEmitter.on` is package `node:events`, owner `EventEmitter`, name `on`. */
export interface SymbolKey {
  readonly pkg: string
  /** The type or object that has the name as its member; absent for an exported name or a global. */
  readonly owner?: string
  readonly name: string
}

/** Splits a symbol key. A well-known symbol is one name: `global#Disposable.Symbol.dispose`. Throws when there is no `#`. */
export function parseSymbolKey(symbol: string): SymbolKey {
  const hash = symbol.indexOf('#')
  if (hash < 1 || hash === symbol.length - 1) throw new Error(`Symbol key '${symbol}' has not the form package#Type.member or package#name.`)
  const pkg = symbol.slice(0, hash)
  const path = symbol.slice(hash + 1)
  const dot = lastDot(path)
  return dot === -1 ? { pkg, name: path } : { pkg, owner: path.slice(0, dot), name: path.slice(dot + 1) }
}

function lastDot(path: string): number {
  const wellKnown = path.lastIndexOf('.Symbol.')
  return wellKnown === -1 ? path.lastIndexOf('.') : wellKnown
}

/** The last name of a symbol key, or of what is a name alone, as in rows that are inferred from a program. */
export const lastNameOf = (symbol: string): string => /[^.#]*$/.exec(symbol)![0]
