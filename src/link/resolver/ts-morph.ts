import { relative, resolve } from 'node:path'
import type { ts } from 'ts-morph'
import type { DeclarationAnswer, Resolver, TypeAnswer } from './resolver.ts'
import { createProjects, type Loaded } from './ts-morph-projects.ts'
import { typeAnswerOf } from './ts-morph-types.ts'

export interface TsMorphResolver extends Resolver {
  readonly questions: number
  /** The files besides the audited ones that TypeScript has read to answer, absolute. */
  consulted(): readonly string[]
}

/**
 * A resolver that asks TypeScript, through ts-morph. Files and tsconfigs are relative to `cwd` (absolute), with `/`. ts-morph is loaded by
 * the first question, and each tsconfig's program by the first question about one of its files. A question that TypeScript
 * cannot answer, or fails on, gives undefined.
 */
export function createTsMorphResolver(options: { readonly cwd: string; readonly files: readonly string[]; readonly tsconfigs: readonly string[] }): TsMorphResolver {
  const audited = new Set(options.files)
  const projects = createProjects(options)
  let questions = 0

  function ask<Answer>(file: string, answer: (loaded: Loaded) => Answer | undefined): Answer | undefined {
    questions += 1
    try {
      const loaded = audited.has(file) ? projects.load(file) : undefined
      return loaded === undefined ? undefined : answer(loaded)
    } catch {
      // TypeScript throws on rare programs; what is not known is not an error
      return undefined
    }
  }

  function typeOf(file: string, start: number, end: number): TypeAnswer | undefined {
    return ask(file, loaded => {
      const node = nodeSpanning(loaded, start, end)
      return node === undefined ? undefined : typeAnswerOf(loaded.checker.getTypeAtLocation(node), loaded)
    })
  }

  function declarationOf(file: string, start: number): DeclarationAnswer | undefined {
    return ask(file, loaded => {
      const declaration = declarationAt(loaded, start)
      if (declaration === undefined) return undefined
      const source = declaration.getSourceFile()
      const declaring = relative(loaded.root, resolve(source.fileName)).replaceAll('\\', '/')
      const name = loaded.ts.getNameOfDeclaration(declaration) ?? declaration
      return audited.has(declaring) ? { file: declaring, offset: name.getStart(source) } : undefined
    })
  }

  return { typeOf, declarationOf, consulted: () => projects.consulted(), get questions() { return questions } }
}

/** The innermost node of exactly this extent. */
function nodeSpanning({ ts, source }: Loaded, start: number, end: number): ts.Node | undefined {
  let found: ts.Node | undefined
  let node: ts.Node | undefined = source
  while (node !== undefined) {
    if (node.getStart(source) === start && node.end === end) found = node
    node = ts.forEachChild(node, child => child.getStart(source) <= start && child.end >= end ? child : undefined)
  }
  return found
}

/** What the name at `start` stands for: behind imports, re-exports and `{ name }`, the implementation among overloads. */
function declarationAt(loaded: Loaded, start: number): ts.Declaration | undefined {
  const { ts, checker } = loaded
  const name = innermostAt(loaded, start)
  if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return undefined
  const original = (symbol: ts.Symbol | undefined): ts.Symbol | undefined => {
    if (symbol === undefined) return undefined
    if ((symbol.flags & ts.SymbolFlags.Alias) !== 0) return original(checker.getAliasedSymbol(symbol))
    const shorthand = symbol.declarations?.find(ts.isShorthandPropertyAssignment)
    return shorthand === undefined ? symbol : original(checker.getShorthandAssignmentValueSymbol(shorthand))
  }
  const symbol = original(checker.getSymbolAtLocation(name))
  const hasBody = (declaration: ts.Declaration) => ts.isFunctionLike(declaration) && 'body' in declaration && declaration.body !== undefined
  return symbol?.declarations?.find(hasBody) ?? symbol?.valueDeclaration ?? symbol?.declarations?.[0]
}

function innermostAt({ ts, source }: Loaded, offset: number): ts.Node {
  let innermost: ts.Node = source
  for (let node: ts.Node | undefined = source; node !== undefined;) {
    innermost = node
    node = ts.forEachChild(node, child => child.getStart(source) <= offset && child.end > offset ? child : undefined)
  }
  return innermost
}
