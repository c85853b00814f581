import { Presets, SingleBar } from 'cli-progress'
import type { AuditObserver, Stage } from '../audit-observer.ts'

const NAMES: Readonly<Record<Stage, string>> = { read: 'reading', link: 'linking', judge: 'judging' }

/** A line on standard error while an audit runs: the stage, how many files, and how long it may still take. Nothing in pipes and in CI. */
export function openProgress({ isWanted }: { readonly isWanted: boolean }): AuditObserver & { end(): void } {
  const bar = isWanted && isForPerson(process.env) ? new SingleBar({ format: '{stage} [{bar}] {done}, {eta_formatted} left', stream: process.stderr, fps: 8, clearOnComplete: true, gracefulExit: false, hideCursor: false, barsize: 24 }, Presets.legacy) : undefined
  let done = 0, all = 0
  return {
    stage(name, total) {
      bar?.stop()
      done = 0
      all = Math.max(total, 1)
      bar?.start(all, 0, { stage: NAMES[name], done: total === 0 ? '' : `0/${total}` })
    },
    step() {
      done += 1
      bar?.update(Math.min(done, all), { done: `${done}/${all}` })
    },
    file: () => {},
    end: () => bar?.stop(),
  }
}

/** A terminal that a person looks at: not a pipe, a dumb one, or that of a build. */
function isForPerson({ CI, TERM }: NodeJS.ProcessEnv): boolean {
  return Boolean(process.stderr.isTTY) && TERM !== 'dumb' && (CI === undefined || CI === '' || CI === 'false' || CI === '0')
}
