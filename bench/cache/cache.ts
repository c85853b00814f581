import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditedFiles } from '../audited-files.ts'
import { BenchError } from '../bench-error.ts'
import { requireBuilt } from '../child/run-auditor.ts'
import { runNode } from '../child/run-node.ts'
import { readPackages } from '../corpus/published-package.ts'
import { download } from '../corpus/download.ts'
import { builtCli } from '../folders.ts'
import { markdownTable } from '../markdown-table.ts'

/** What is done to one file between two audits. */
const EDITS: readonly { readonly title: string; readonly edit: (text: string) => string }[] = [
  { title: 'nothing changed', edit: text => text },
  { title: 'a comment added to one file', edit: text => `// what follows has been here before\n${text}` },
  { title: 'a function added to one file', edit: text => `${text}\nfunction tellTime() { return Date.now() }\n` },
]

/** Times a first audit of a package, and later ones after an edit of one file, in one run on one machine. The package is copied. */
export async function cache({ package: name }: { readonly package: string }): Promise<void> {
  requireBuilt(builtCli)
  const pinned = readPackages(name)[0]!, folder = mkdtempSync(join(tmpdir(), 'leak-audit-bench-')), cwd = join(folder, 'package')
  try {
    cpSync(download(pinned), cwd, { recursive: true })
    const files = auditedFiles(cwd, pinned.paths ?? ['.']), file = join(cwd, files[Math.floor(files.length / 2)]!)
    const time = async (): Promise<number> => {
      const run = await runNode([builtCli, '--format', 'json', '--cache-location', join(folder, 'cache'), ...pinned.paths ?? ['.']], { cwd, timeout: 600_000 })
      if (run.status !== 0 && run.status !== 1) throw new BenchError(`leak-audit: exit ${run.status}: ${run.stderr.slice(0, 300)}`)
      return run.milliseconds
    }
    const first = await time(), rows = [['first', seconds(first), '']]
    for (const { title, edit } of EDITS) {
      writeFileSync(file, edit(readFileSync(file, 'utf8')))
      const later = await time()
      rows.push([`second, ${title}`, seconds(later), (later / first).toFixed(2)])
    }
    console.log(markdownTable([['audit', 'time', 'of the first'], ...rows]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
