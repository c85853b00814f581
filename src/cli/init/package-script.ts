import { readJson, setInJson } from './edit-json.ts'
import type { Step } from './step.ts'

/** `npm run leak-audit`. */
export const addScript: Step = ({ read }) => {
  const text = read('package.json') ?? '{}'
  const scripts = readJson(text)?.['scripts'] as Readonly<Record<string, unknown>> | undefined
  if (scripts?.[NAME] !== undefined) return { kind: 'present', where: `script ${NAME} of package.json` }
  return { kind: 'write', file: 'package.json', text: setInJson(text, ['scripts', NAME], NAME) }
}

const NAME = 'leak-audit'
