import type { DeploymentFile, Span } from '../../../src/parse/deployment/deployment-facts.ts'
import { readDeployment } from '../../../src/parse/deployment/read-deployment.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** What is read of one file. @throws Error with what is wrong when it does not parse. */
export async function deploymentOf(file: string, text: string): Promise<DeploymentFile> {
  const { deployment, errors } = await readDeployment({ cwd: temporaryFolder({ 'package.json': '{}', [file]: text }), paths: ['.'] }, [])
  const read = deployment.files.find(found => found.file === file)
  if (read === undefined) throw new Error(errors.map(error => `${error.file}:${error.line}:${error.column} ${error.message}`).join('\n') || `${file} is not read`)
  return read
}

/** The text at a span, behind the number of its line. */
export function written(text: string, { start, end }: Span): string {
  return `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`
}

/** What is launched, as a person would say it: `node server.js [--trace-gc]`. */
export function commandsOf({ launches }: DeploymentFile): readonly string[] {
  return launches.flatMap(({ commands }) => commands.map(({ program, args, options }) => [program, ...args, ...(options.length === 0 ? [] : [`[${options.map(({ name, value }) => value === undefined ? name : `${name}=${value}`).join(' ')}]`])].join(' ')))
}
