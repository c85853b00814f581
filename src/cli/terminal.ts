/** One line on standard error, whatever the message holds. */
export function complain(message: string): void {
  process.stderr.write(`leak-audit: ${message.replace(/\s+/g, ' ').trim()}\n`)
}

/** https://no-color.org, and Node's own FORCE_COLOR. */
export function isColorful({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return Boolean(process.stdout.isTTY) && TERM !== 'dumb' // `undefined` where it is no terminal
}
