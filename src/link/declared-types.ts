import type { DeclaredTypeFacts, FileFacts, TypeFacts } from '../facts/file-facts.ts'
import type { Denotations } from './denotations.ts'
import type { ModuleGraph } from './module-graph.ts'
import { classAt, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from './refs.ts'

/** A type as it is written, and the file whose imports its names mean. */
export interface Written {
  readonly type: TypeFacts
  readonly file: FileFacts
}

/** `import { Api } from './api'; export { Api }`. */
function importedAs({ imports, values }: FileFacts, id: number | undefined): FileFacts['imports'][number] | undefined {
  const value = id === undefined ? undefined : values[id]
  return value?.kind === 'binding' ? imports.find(i => i.binding === value.binding) : undefined
}

/** What annotations, interfaces and type aliases say of a value, without asking the compiler. */
export interface DeclaredTypes {
  /** The type that is written for a variable, parameter, field or a member of one of these. */
  of(value: ValueRef): Written | undefined
  /** What a call of something of that type gives. */
  resultOf(written: Written): Written | undefined
  memberOf(written: Written, name: string): Written | undefined
  /** The file that declares the interface or alias which others export under that name. */
  homeOf(file: FileFacts, name: string): FileFacts | undefined
  /** What the type of the variable that a function is given to says of a parameter. */
  expectedOf(fn: FunctionRef, index: number): Written | undefined
}

const DEPTH = 8
/** Types that have the members of their argument, or settle to it. */
const TRANSPARENT: ReadonlySet<string> = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable'])

export function createDeclaredTypes(denotations: Denotations, modules: ModuleGraph): DeclaredTypes {
  const typesByFunction = new Map<FileFacts, ReadonlyMap<number, TypeFacts>>()

  function of(ref: ValueRef, depth = 0): Written | undefined {
    if (depth > DEPTH) return undefined
    const at = stripped(ref), value = valueAt(at), { file } = at
    switch (value.kind) {
      case 'param': return written(file.functions[value.fn]!.params[value.index]?.type, file) ?? expectedOf(refTo(file, value.fn), value.index)
      case 'binding': {
        const { type, values } = file.bindings[value.binding]!
        return written(type, file) ?? (values.length === 1 ? of(refTo(file, values[0]!), depth + 1) : undefined)
      }
      case 'member': {
        const object = refTo(file, value.object), owner = denotations.of(object)
        if (owner.kind === 'instance') {
          for (const cls of denotations.lineageOf(owner.cls)) {
            const member = classAt(cls).members.find(m => m.name === value.property)
            if (member?.type !== undefined) return { type: member.type, file: cls.file }
          }
          const [given, ...others] = denotations.fieldValuesOf(owner.cls, value.property)
          return given === undefined || others.length > 0 ? undefined : of(given, depth + 1)
        }
        const above = of(object, depth + 1)
        return above === undefined ? undefined : memberOf(above, value.property, depth + 1)
      }
      default: return undefined
    }
  }

  /** `const handle: Handler = (client, packet) => …`: the parameters are what the variable's type says of them. */
  function expectedOf({ file, id }: FunctionRef, index: number): Written | undefined {
    const type = variableTypes(file).get(id)
    if (type === undefined) return undefined
    const own = type.params?.[index]
    if (own !== undefined) return { type: own, file }
    for (const { declared, file: home } of declarationsOf({ type, file }, 0)) {
      const param = declared.params?.[index]
      if (param !== undefined) return { type: param, file: home }
    }
    return undefined
  }

  /** The annotations of variables, by the function that the variable is given. */
  function variableTypes(file: FileFacts): ReadonlyMap<number, TypeFacts> {
    const hit = typesByFunction.get(file)
    if (hit !== undefined) return hit
    const found = new Map(file.bindings.flatMap(({ type, values }) => {
      const given = values.length === 1 ? file.values[values[0]!] : undefined
      return type !== undefined && given?.kind === 'function' ? [[given.fn, type] as const] : []
    }))
    typesByFunction.set(file, found)
    return found
  }

  const written = (type: TypeFacts | undefined, file: FileFacts): Written | undefined => type === undefined ? undefined : { type, file }

  function memberOf(of: Written, name: string, depth = 0): Written | undefined {
    const own = of.type.members?.find(member => member.name === name)
    if (own !== undefined) return { type: own.type, file: of.file }
    for (const { declared, file } of declarationsOf(of, depth)) {
      const member = declared.members.find(m => m.name === name)
      if (member !== undefined) return { type: member.type, file }
    }
    return undefined
  }

  function resultOf(of: Written): Written | undefined {
    if (of.type.result !== undefined) return { type: of.type.result, file: of.file }
    for (const { declared, file } of declarationsOf(of, 0)) if (declared.result !== undefined) return { type: declared.result, file }
    return undefined
  }

  /** The declarations that a type refers to, and those that they extend, nearest first. */
  function* declarationsOf({ type, file }: Written, depth: number): Iterable<{ readonly declared: DeclaredTypeFacts; readonly file: FileFacts }> {
    if (depth > DEPTH) return
    if (type.name === 'union' || type.name === 'intersection' || TRANSPARENT.has(type.name)) {
      for (const arg of type.args) yield* declarationsOf({ type: arg, file }, depth + 1)
      return
    }
    const imported = type.binding === undefined ? undefined : file.imports.find(i => i.binding === type.binding)
    const [first, second] = type.name.split('.')
    const target = imported === undefined ? undefined : modules.targetOf(file, imported.specifier)
    const name = imported === undefined ? first! : imported.name === '*' ? second ?? '*' : imported.name
    const home = imported === undefined ? file : target?.kind === 'file' ? homeOf(target.file, name) : undefined
    const declared = home?.declaredTypes.find(d => d.name === name)
    if (declared === undefined || home === undefined) return
    yield { declared, file: home }
    for (const base of declared.extends) yield* declarationsOf({ type: base, file: home }, depth + 1)
  }

  function homeOf(file: FileFacts, name: string, seen: ReadonlySet<FileFacts> = new Set()): FileFacts | undefined {
    if (seen.has(file)) return undefined
    if (file.declaredTypes.some(declared => declared.name === name)) return file
    const deeper = new Set(seen).add(file)
    for (const exported of file.exports) {
      if (exported.name !== name && exported.name !== '*') continue
      const from = exported.from ?? importedAs(file, exported.value)
      const target = from === undefined ? undefined : modules.targetOf(file, from.specifier)
      const home = target?.kind === 'file' ? homeOf(target.file, exported.name === '*' ? name : from!.name, deeper) : undefined
      if (home !== undefined) return home
    }
    return undefined
  }

  return { of: value => of(value), resultOf, memberOf: (written, name) => memberOf(written, name), homeOf: (file, name) => homeOf(file, name), expectedOf }
}
