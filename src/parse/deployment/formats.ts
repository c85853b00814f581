import type { DeploymentContent, DeploymentFormat } from './deployment-facts.ts'
import type { ReadError } from './read-error.ts'
import { readCompose } from './read-compose.ts'
import { readDockerfile } from './read-dockerfile.ts'
import { readKubernetes } from './read-kubernetes.ts'
import { readPackageScripts } from './read-package.ts'
import { readPm2 } from './read-pm2.ts'
import { readProcfile } from './read-procfile.ts'

export interface Format {
  readonly format: DeploymentFormat
  /** What its files are called. */
  readonly name: RegExp
  /** What stands in them and in no other file of such a name. */
  readonly mark?: RegExp
  readonly read: (text: string, file: string) => DeploymentContent | ReadError | Promise<DeploymentContent | ReadError>
}

/** The first that fits a file reads it. */
export const formats: readonly Format[] = [
  { format: 'package.json', name: /^package\.json$/, read: readPackageScripts },
  { format: 'pm2', name: /^(?:ecosystem|pm2)(?:[.-][\w-]+)*\.(?:[cm]?js|json|ya?ml)$|^process\.(?:json|ya?ml)$/, mark: /\b(?:apps|script)\b/, read: readPm2 },
  { format: 'dockerfile', name: /^(?:Dockerfile|Containerfile)(?:[.-](?!md$|dockerignore$)[\w-]+)*$|^[\w.-]+\.(?:[Dd]ockerfile|Containerfile)$/, read: readDockerfile },
  { format: 'procfile', name: /^Procfile$/, read: readProcfile },
  { format: 'compose', name: /^(?:docker-)?compose(?:[.-][\w-]+)*\.ya?ml$/, mark: /^services:/m, read: readCompose },
  { format: 'kubernetes', name: /\.ya?ml$/, mark: /^apiVersion:[^]*^kind:|^kind:[^]*^apiVersion:/m, read: readKubernetes },
]

/** How a file of this name and text is read. Undefined for what is no deployment file, and for a template, which is none yet. */
export function formatOf(name: string, text: string): Format | undefined {
  return isTemplate(name, text) ? undefined : formats.find(format => format.name.test(name) && format.mark?.test(text) !== false)
}

/** Whether a file of this name may be a deployment file of a server that serves others than its developers. */
export function isDeploymentName(name: string): boolean {
  return formats.some(format => format.name.test(name)) && !DEVELOPMENT.test(name)
}

/** A text with gaps, for Helm, Jinja or ERB to fill in. */
function isTemplate(name: string, text: string): boolean {
  return !/\.(?:json|[cm]?js)$/.test(name) && TEMPLATE.test(text)
}

/** Docker itself fills in `{{.Node.Hostname}}`. */
const TEMPLATE = /\{\{(?!\.(?:Node|Service|Task)\.)|\{%|<%/
const DEVELOPMENT = /(?:^|[._-])(?:dev|develop|development|debug|tests?|testing|e2e|ci|local|override|example|sample|build|builder|bench|template|tpl|j2|hbs)(?:[._-]|$)/i
