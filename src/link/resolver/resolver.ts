/** What a resolver knows of a type: the keys of its declaration and of everything it extends or implements, nearest first. */
export interface TypeAnswer {
  /** `pkg#Type` for a library's type, `path/of/file.ts#Type` for the project's own (path as in FileFacts.file). */
  readonly keys: readonly string[]
  /** True when the type has finitely many values: literal unions, enums, booleans, keyof a closed type. */
  readonly isFinite: boolean
}

export interface DeclarationAnswer {
  /** As in FileFacts.file. */
  readonly file: string
  /** UTF-16 offset of the declared name. */
  readonly offset: number
}

/**
 * Answers questions about positions. `offset` is the start of an expression in the file's text; the answer is undefined when
 * nothing is known. Asked on demand: an implementation loads nothing before the first question.
 */
export interface Resolver {
  typeOf(file: string, start: number, end: number): TypeAnswer | undefined
  declarationOf(file: string, start: number): DeclarationAnswer | undefined
}
