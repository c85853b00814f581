import { readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Where `runNode` listens. */
const PEAK_FD = 3

// Loaded with `node --import`: tells the parent how much memory this process held at most.
if (isMainThread) process.on('exit', () => writeSync(PEAK_FD, String(peakBytes())))

/**
 * Linux keeps the parent's peak in a child's `ru_maxrss` over fork and exec (measured: a child of 41 MB under a parent of 800 MB reports
 * 804 MB), so the figure of the address space itself is read where there is one.
 */
function peakBytes(): number {
  return linuxPeakBytes() ?? process.resourceUsage().maxRSS * 1024
}

function linuxPeakBytes(): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}
