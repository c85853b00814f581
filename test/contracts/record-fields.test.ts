import { expect, test } from 'vitest'
import { readSource, type SourceFile } from './source-files.ts'

// one line for each field of the record types says more than a header on every function
test.each([
  ['FileFacts', 'src/facts/file-facts.ts', ['FileFacts']],
  ['ModelRow', 'src/models/row.ts', ['Row', 'AcquireRow', 'ReleaseRow', 'EntryRow', 'TypeRow', 'BoundRow', 'TeardownRow', 'LabelRow', 'DataRow']],
  ['Program', 'src/link/program.ts', ['Program']],
  ['DeploymentFacts', 'src/parse/deployment/deployment-facts.ts', ['DeploymentFacts', 'DeploymentFile', 'DeploymentContent', 'Launch', 'Command', 'NodeOption', 'Container', 'Restart']],
  ['Finding', 'src/verdict/finding.ts', ['Finding', 'Site']],
] as const)('each field of %s has a line that says what it is', (_, file, interfaces) => {
  const source = readSource(file)
  expect(interfaces.flatMap(name => undocumentedFields(source, name))).toEqual([])
})

function undocumentedFields(source: SourceFile, name: string): readonly string[] {
  const fields = fieldsOf(source, name)
  if (fields === undefined) throw new Error(`${source.file} has no interface ${name}`)
  return fields.filter(({ start, isDiscriminant }) => !isDiscriminant && !hasDocComment(source, start)).map(field => `${name}.${field.name}`)
}

function fieldsOf({ program, text }: SourceFile, name: string) {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'TSInterfaceDeclaration' || declaration.id.name !== name) continue
    return declaration.body.body.flatMap(member => {
      if (member.type !== 'TSPropertySignature') return []
      // `role: 'acquire'` says what the interface itself says
      const isDiscriminant = member.typeAnnotation?.typeAnnotation.type === 'TSLiteralType' && member.optional !== true
      return [{ name: text.slice(member.key.start, member.key.end), start: member.start, isDiscriminant }]
    })
  }
  return undefined
}

function hasDocComment({ comments, text }: SourceFile, start: number): boolean {
  return comments.some(({ type, value, end }) => type === 'Block' && value.startsWith('*') && end <= start && text.slice(end, start).trim() === '')
}
