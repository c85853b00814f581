import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'

/**
 * The scopes of a syntax tree. No global is declared: a name that no import or declaration gives stays unresolved. A CommonJS file's
 * top-level names stand in a function scope, as Node wraps the file in one.
 */
export function scopesOf(ast: TSESTree.Program, kind: 'module' | 'commonjs'): ScopeManager {
  return analyze(ast, { lib: [], jsxPragma: null, sourceType: kind === 'module' ? 'module' : 'script', globalReturn: kind === 'commonjs' })
}
