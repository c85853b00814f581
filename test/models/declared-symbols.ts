import path from 'node:path'
import ts from 'typescript'
import { parseSymbolKey } from '../../src/models/symbol-key.ts'

export type Declared = 'declared' | 'missing' | 'package not installed'

/** Says whether installed type declarations have the symbol of a model row, for packages that resolve from `directory`. */
export function declaredSymbols(directory: string, packages: readonly string[]): (symbol: string, isStatic: boolean) => Declared {
  const probe = path.join(directory, 'declared-symbols-probe.mts')
  const text = packages.map((pkg, i) => `import * as m${i} from '${pkg}'; m${i};`).join('\n')
  const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'], types: ['node'], skipLibCheck: true, noEmit: true, esModuleInterop: true }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getCurrentDirectory = () => directory
  host.fileExists = file => file === probe || fileExists(file)
  host.readFile = file => file === probe ? text : readFile(file)
  host.getSourceFile = (file, version) => file === probe ? ts.createSourceFile(file, text, version) : getSourceFile(file, version)
  const program = ts.createProgram([probe], options, host)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(probe)!
  const imports = source.statements.filter(ts.isImportDeclaration)
  const modules = new Map(packages.map((pkg, i) => [pkg, checker.getSymbolAtLocation(imports[i]!.moduleSpecifier)]))

  return (symbol, isStatic) => {
    const { pkg, owner, name } = parseSymbolKey(symbol)
    const parts = owner === undefined ? [name] : [...owner.split('.'), name]
    if (pkg !== 'global' && modules.get(pkg) === undefined) return 'package not installed'
    const first = pkg === 'global' ? globalSymbol(parts[0]!) : exported(modules.get(pkg)!, parts[0]!)
    const found = parts.slice(1).reduce((at: ts.Symbol | undefined, part, i) => at && member(at, part, isStatic && i === parts.length - 2), first)
    return found === undefined ? 'missing' : 'declared'
  }

  function globalSymbol(name: string): ts.Symbol | undefined {
    return checker.resolveName(name, undefined, ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace, false)
  }

  /** A CommonJS package's `export =` is its default export, and its members are exports; Node's own interfaces are global. */
  function exported(module: ts.Symbol, name: string): ts.Symbol | undefined {
    const assigned = module.exports?.get(ts.InternalSymbolName.ExportEquals)
    const own = checker.getExportsOfModule(module).find(symbol => symbol.name === name)
    if (own !== undefined) return resolved(own)
    if (name === 'default') return assigned && resolved(assigned)
    const value = assigned && checker.getTypeOfSymbol(resolved(assigned)).getProperty(name)
    return value ?? checker.getExportsOfModule(globalSymbol('NodeJS')!).find(symbol => symbol.name === name)
  }

  function member(symbol: ts.Symbol, name: string, isStatic: boolean): ts.Symbol | undefined {
    const isType = (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0
    const type = isType && !isStatic ? checker.getDeclaredTypeOfSymbol(symbol) : valueType(symbol)
    const found = type && property(type, name)
    if (found !== undefined) return found
    return symbol.exports === undefined || isType && !isStatic ? undefined : checker.getExportsOfModule(symbol).find(inner => inner.name === name)
  }

  function valueType(symbol: ts.Symbol): ts.Type | undefined {
    return checker.getTypeOfSymbolAtLocation(symbol, source)
  }

  /** A well-known symbol is declared as `[Symbol.asyncDispose]`. */
  function property(type: ts.Type, name: string): ts.Symbol | undefined {
    const wellKnown = name.startsWith('Symbol.') ? `__@${name.slice('Symbol.'.length)}` : undefined
    const types = type.isUnion() ? type.types : [type]
    for (const one of types) {
      const apparent = checker.getApparentType(one)
      const found = wellKnown === undefined ? apparent.getProperty(name) : apparent.getProperties().find(p => p.escapedName.toString().startsWith(wellKnown))
      if (found !== undefined) return found
    }
    return undefined
  }

  function resolved(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)
  }
}
