import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import leakAudit from './dist/src/plugin.js'

export default defineConfig(
  globalIgnores(['dist', 'fixtures', 'coverage', 'bench/.corpus', 'bench/.work']),
  {
    files: ['src/**/*.ts', 'rules/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strict],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // With noUncheckedIndexedAccess, ids that are indexes into a record need `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'eqeqeq': 'error',
      'object-shorthand': 'error',
    },
  },
  { files: ['src/**/*.ts', 'rules/**/*.ts'], extends: [leakAudit.configs.recommended] },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    ignores: ['src/cli.ts', 'src/cli/**'],
    rules: { 'no-console': 'error' },
  },
)
