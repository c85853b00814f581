import type { LeakFix } from '../../bench/accuracy/leak-fix.ts'

/** A manifest entry with what a test does not care about filled in. */
export function leakFixOf(known: Partial<LeakFix>): LeakFix {
  return {
    id: 'chat-1', repo: 'chat/room', fix: 'HEAD', date: '2026-01-01', category: 'listener', context: 'per-connection',
    needs: 'single-file', static_detectable: 'yes', summary: 'A listener stays.',
    files: [{ path: 'lib/room.js', leak_lines: [10] }],
    ...known,
  }
}
