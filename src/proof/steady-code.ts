import v8 from 'node:v8'

/**
 * Keeps V8 from making and dropping code while something is measured; gives what lets it do so again.
 * Compiled code is on the heap too. A loopback HTTP server of which nothing leaks, 500 requests a batch: 20 to 60 B per request back and forth
 * with these, 2 B without (Node.js 20). What a closure keeps is the same in both.
 */
export function keepCodeSteady(): () => void {
  for (const flag of [...CODE, 'maglev']) v8.setFlagsFromString(`--no-${flag}`)
  // Not maglev: some versions of Node.js have it switched off for its defects, and V8 does not tell
  return () => { for (const flag of CODE) v8.setFlagsFromString(`--${flag}`) }
}

/** On in every version unless a person said otherwise. */
const CODE = ['opt', 'sparkplug', 'flush-bytecode', 'lazy-feedback-allocation'] as const
