import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    // Which reports are printed depends on who runs the tool, and not on who runs its tests.
    env: { AI_AGENT: '', CLAUDECODE: '', CLAUDE_CODE: '', REPL_ID: '', GEMINI_CLI: '', CODEX_SANDBOX: '', CODEX_THREAD_ID: '', OPENCODE: '', AUGMENT_AGENT: '', GOOSE_PROVIDER: '', JUNIE_DATA: '', JUNIE_SHIM_PATH: '', COPILOT_AGENT: '', COPILOT_CLI: '', CURSOR_AGENT: '', GITHUB_STEP_SUMMARY: '' },
  },
})
