import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { builtName } from './built-name.ts'
import { filesOf } from './expectations.ts'

/** Writes the program as JavaScript that each supported Node.js runs; TypeScript comes with a map back to its lines. */
export function buildProgram(from: string, to: string): void {
  const { type } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { type?: string }
  for (const file of filesOf(from)) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    if (isTypeScript(file)) writeBuilt(join(from, file), join(to, builtName(file)), type === 'module' && !file.endsWith('.cts'))
    else copyFileSync(join(from, file), join(to, file))
  }
}

const isTypeScript = (file: string): boolean => /\.[cm]?tsx?$/.test(file)

function writeBuilt(source: string, target: string, isModule: boolean): void {
  const { outputText, sourceMapText } = ts.transpileModule(readFileSync(source, 'utf8'), {
    fileName: source,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isModule ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      rewriteRelativeImportExtensions: true,
      esModuleInterop: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      jsx: ts.JsxEmit.React,
      sourceMap: true,
    },
  })
  writeFileSync(target, outputText)
  writeFileSync(`${target}.map`, sourceMapText ?? '')
}
