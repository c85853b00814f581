const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Ctrl-C ends the program with 130, as shells expect. Files are written whole or not at all: a write is not interrupted, so that what had begun is
 * complete or removed by then. The audit lets signals in every few files.
 */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      // the line of the progress, if there is one
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K')
      // others who listen tidy up first, and stop those who write for them
      setImmediate(() => process.exit(code))
    })
  }
}
