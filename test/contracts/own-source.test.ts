import { expect, test } from 'vitest'
import { audit } from '../../src/audit.ts'
import { ROOT } from './source-files.ts'

test('the tool finds no leak in itself', async () => {
  const { findings, errors } = await audit({ cwd: ROOT, paths: ['src', 'rules'] })
  expect(findings.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`)).toEqual([])
  expect(errors).toEqual([])
})
