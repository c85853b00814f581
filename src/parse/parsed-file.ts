import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import type { AuditError } from '../verdict/audit-result.ts'

/** One file, read and parsed; dropped as soon as its facts are collected. */
export interface ParsedFile {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  readonly text: string
  /** ESTree (TypeScript-conformant) with `range` on every node; `comments` in source order. */
  readonly ast: TSESTree.Program
  readonly comments: readonly { readonly type: 'Line' | 'Block'; readonly value: string; readonly range: readonly [number, number] }[]
  readonly scopes: ScopeManager
  readonly module: 'esm' | 'commonjs'
}

export interface PackageFacts {
  /** Folder of the package.json, relative to the working directory, `''` for the working directory itself. */
  readonly dir: string
  readonly name?: string
  /** Files that `main`, `module`, `exports` name, relative to the working directory, as written there (they may be built files). */
  readonly mains: readonly string[]
  /** The same files by what importers write behind the package's name: `.`, `./pool`, or `./drivers/*` with `*` in the files too. */
  readonly subpaths: Readonly<Record<string, readonly string[]>>
  readonly hasBin: boolean
  readonly dependencies: readonly string[]
  readonly type: 'module' | 'commonjs'
}

/** A tsconfig's part in module resolution. */
export interface PathMapping {
  /** Folder that the mapping holds below, relative to the working directory. */
  readonly dir: string
  /** Folder that the targets are relative to, relative to the working directory. */
  readonly base: string
  /** Whether bare specifiers resolve against `base` too (`baseUrl`). */
  readonly hasBaseUrl: boolean
  readonly paths: Readonly<Record<string, readonly string[]>>
}

/** What the folder says of the program besides its source: plain data. */
export interface ProjectFacts {
  readonly packages: readonly PackageFacts[]
  readonly pathMappings: readonly PathMapping[]
  /** The tsconfig files that govern the audited files, relative to the working directory. */
  readonly tsconfigs: readonly string[]
  /** One line each: a missing or broken tsconfig, and what follows. */
  readonly notices: readonly string[]
}

/** A file that is not parsed, as its facts are known already. */
export interface KnownSource {
  readonly file: string
  readonly isKnown: true
}

/** Where parse starts from. `files` is lazy, so that only a few syntax trees are in memory at a time. */
export interface ParseResult {
  /** How many files were found. */
  readonly count: number
  readonly files: AsyncIterable<ParsedFile | KnownSource>
  /** Filled while `files` is consumed. */
  readonly errors: readonly AuditError[]
  /** Files that no person wrote: minified, bundled, or no text. Filled while `files` is consumed. */
  readonly leftOut: readonly string[]
  readonly project: ProjectFacts
}
