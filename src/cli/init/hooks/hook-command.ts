import type { InitProject } from '../project.ts'

/** What a hook runs. Hooks run at the top of the work tree. */
export function hookCommand({ runner, git }: InitProject): string {
  const audit = `${runner} leak-audit --staged`
  return git === undefined || git.prefix === '' ? audit : `(cd ${quoted(git.prefix.replace(/\/$/, ''))} && ${audit})`
}

/** A file at the top of the work tree. */
export const atTop = (file: string, { git }: InitProject): string => git === undefined || git.top === '.' ? file : `${git.top}/${file}`

const quoted = (path: string): string => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll('\'', '\'\\\'\'')}'`
