import { expect } from 'vitest'
import { type LeakAssertions, leakMatchers } from './matchers.ts'

// Imported for its effect, in a test or a setup file: expect(event).not.toLeak() is there
expect.extend(leakMatchers)

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- as vitest declares it
  interface Assertion<T = any> extends LeakAssertions {}
}
