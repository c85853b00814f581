import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './sample-clone.ts'

/** The code block of a page that stands behind `<!-- block: name -->`, as a reader copies it. */
export function codeBlock(page: string, name: string): string {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const found = new RegExp(`<!-- block: ${name} -->\\n+\`\`\`\\w*\\n([^]*?)\n\`\`\``).exec(text)
  if (found === null) throw new Error(`${page} has no block ${name}`)
  return `${found[1]!}\n`
}
