import { expect } from '@jest/globals'
import { type LeakAssertions, leakMatchers } from './matchers.ts'

// Imported for its effect, in a test or in setupFilesAfterEnv: expect(event).not.toLeak() is there
expect.extend(leakMatchers)

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- as jest declares it
  interface Matchers<R extends void | Promise<void>, T = unknown> extends LeakAssertions {}
}
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as @types/jest declares it, for projects that use the global expect
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
    interface Matchers<R, T = {}> extends LeakAssertions {}
  }
}
