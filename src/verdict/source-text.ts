import type { Program } from '../link/program.ts'
import { refTo, valueAt, type ValueRef } from '../link/refs.ts'

/** An expression as a person would write it, from the facts. */
export function textOf(program: Program, ref: ValueRef): string {
  const value = valueAt(ref)
  const inner = (id: number): string => textOf(program, refTo(ref.file, id))
  switch (value.kind) {
    case 'binding': return ref.file.bindings[value.binding]!.name
    case 'global': return value.name
    case 'this': return 'this'
    case 'super': return 'super'
    case 'member': return /^[\w$#]+$/.test(value.property) && !/^\d/.test(value.property) ? `${inner(value.object)}.${value.property}` : `${inner(value.object)}[${value.property}]`
    case 'index': return `${inner(value.object)}[…]`
    case 'call': {
      const call = ref.file.calls[value.call]!
      return `${call.isNew ? 'new ' : ''}${inner(call.callee)}(${call.args.length > 0 ? '…' : ''})`
    }
    case 'await':
    case 'assigned': return inner(value.value)
    case 'choice': return value.options.map(inner).join(` ${value.operator === '?:' ? '|' : value.operator} `)
    case 'import': return `require('${value.specifier}')`
    case 'literal': return typeof value.value === 'string' ? `'${value.value}'` : String(value.value)
    case 'function': return ref.file.functions[value.fn]!.name || 'the function'
    default: return '…'
  }
}
