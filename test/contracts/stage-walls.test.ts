import { describe, expect, test } from 'vitest'
import { readSource, sourceFilesIn, type SourceFile, type SourceImport } from './source-files.ts'

const files = sourceFilesIn('src', 'rules')

/** Which files of the project the files of a folder may import; the first folder that fits counts. */
const WALLS: readonly { readonly folder: string; readonly imports: readonly string[] }[] = [
  { folder: 'rules/', imports: ['rules/', 'src/verdict/'] },
  { folder: 'src/models/libraries/', imports: ['src/models/row.ts'] },
  { folder: 'src/models/', imports: ['src/models/', 'src/schema-problem.ts'] },
  { folder: 'src/parse/', imports: ['src/parse/', 'src/models/row.ts', 'src/models/row-schema.ts', 'src/schema-problem.ts', 'src/verdict/audit-result.ts', 'src/verdict/finding.ts'] },
  { folder: 'src/facts/', imports: ['src/facts/', 'src/parse/parsed-file.ts'] },
  { folder: 'src/link/', imports: ['src/link/', 'src/models/', 'src/facts/file-facts.ts', 'src/parse/parsed-file.ts', 'src/verdict/finding.ts'] },
  { folder: 'src/verdict/', imports: ['src/verdict/', 'src/link/', 'src/models/', 'src/facts/file-facts.ts', 'src/parse/deployment/deployment-facts.ts'] },
  { folder: 'src/report/', imports: ['src/report/', 'src/verdict/audit-result.ts', 'src/verdict/conclusion.ts', 'src/verdict/finding.ts'] },
]

describe('a stage imports itself and what comes before it', () => {
  test.each(WALLS)('$folder', ({ folder, imports }) => {
    const own = files.filter(({ file }) => WALLS.find(wall => file.startsWith(wall.folder))?.folder === folder)
    expect(own).not.toEqual([])
    expect(importsOf(own, ({ isRelative, target }) => isRelative && !imports.some(allowed => target.startsWith(allowed)))).toEqual([])
  })

  test('rules take their own words from each other in the list of rules alone', () => {
    expect(importsOf(files.filter(({ file }) => file.startsWith('rules/') && file !== 'rules/index.ts'), ({ target }) => target.startsWith('rules/'))).toEqual([])
  })
})

/** Packages that only some files may import. */
const PACKAGES = [
  {
    what: 'the file system',
    names: /^(node:)?(fs|fs\/promises|child_process|worker_threads)$|^(tinyglobby|lilconfig|get-tsconfig)$/,
    allowed: /^src\/(parse\/|cli(\.ts$|\/)|link\/resolver\/ts-morph)/,
  },
  {
    what: 'the syntax tree',
    names: /^(@typescript-eslint\/|@eslint-community\/|estree|oxc-parser|eslint-visitor-keys|espree)/,
    // the plugin is given its tree by ESLint, and hands it to facts
    allowed: /^src\/(parse|facts|plugin)\//,
  },
  { what: 'the formats of deployment files', names: /^(yaml|jsonc-parser|dockerfile-ast)$/, allowed: /^src\/parse\/deployment\// },
  { what: 'TypeScript', names: /^(ts-morph|typescript)$/, allowed: /^src\/link\/resolver\/ts-morph/ },
  { what: 'ESLint', names: /^eslint$/, allowed: /^src\/plugin/ },
  { what: 'colours and options', names: /^(picocolors|commander)$/, allowed: /^src\/(report\/|cli)/ },
] as const

describe('packages stay behind their wall', () => {
  test.each(PACKAGES)('$what', ({ names, allowed }) => {
    expect(importsOf(files.filter(({ file }) => !allowed.test(file)), ({ isRelative, target }) => !isRelative && names.test(target))).toEqual([])
  })

  test('nobody but its resolver names ts-morph, not even to load it late', () => {
    expect(files.filter(({ file, text }) => !file.startsWith('src/link/resolver/ts-morph') && /['"`]ts-morph['"`]/.test(text)).map(({ file }) => file)).toEqual([])
  })

  test('only the command line prints, reads its arguments and ends the process', () => {
    expect(files.filter(({ file, text }) => !file.startsWith('src/cli') && /\bconsole\.|\bprocess\.(?:exit|exitCode|argv|stdout|stderr|cwd)\b/.test(withoutComments(text))).map(({ file }) => file)).toEqual([])
  })

  test('the plugin runs without typescript, ts-morph, typescript-eslint, a parser and a file system', () => {
    const packages = packagesReachedFrom('src/plugin.ts')
    expect(packages.filter(name => /^(typescript|ts-morph|oxc-parser|get-tsconfig|tinyglobby|yaml|jsonc-parser|dockerfile-ast|@typescript-eslint\/.*|(node:)?fs(\/promises)?)$/.test(name))).toEqual([])
  })

  test('models are data: rows import types alone', () => {
    expect(importsOf(files.filter(({ file }) => file.startsWith('src/models/libraries/')), ({ isType }) => !isType)).toEqual([])
  })
})

test('there is no mutable state at module level', () => {
  expect(files.flatMap(mutableState)).toEqual([])
})

function importsOf(from: readonly SourceFile[], isWrong: (imported: SourceImport) => boolean): readonly string[] {
  return from.flatMap(({ file, imports }) => imports.filter(isWrong).map(({ target }) => `${file} imports ${target}`))
}

/** Everything that is loaded with a file, but for what compiling takes away. */
function packagesReachedFrom(entry: string): readonly string[] {
  const packages = new Set<string>(), seen = new Set([entry])
  for (const file of seen) {
    for (const { target, isRelative, isType } of readSource(file).imports) {
      if (isType) continue
      if (isRelative) seen.add(target)
      else packages.add(target)
    }
  }
  return [...packages].sort()
}

/** `let`, and collections that their type does not make readonly. */
function mutableState({ file, text, program }: SourceFile): readonly string[] {
  return program.body.flatMap(statement => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') return []
    return declaration.declarations.filter(({ id, init }) => {
      if (declaration.kind !== 'const') return true
      const source = init === null ? '' : text.slice(init.start, init.end)
      const isCollection = init?.type === 'ArrayExpression' || /^new (?:Weak)?(?:Map|Set)\b/.test(source)
      const type = id.typeAnnotation ? text.slice(id.typeAnnotation.start, id.typeAnnotation.end) : ''
      return isCollection && !/^:\s*(?:readonly\b|Readonly)/.test(type)
    }).map(({ id }) => `${file}: ${declaration.kind} ${text.slice(id.start, id.end).split('\n', 1)[0]!}`)
  })
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
}
