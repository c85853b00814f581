import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkstyle } from '../../src/report/checkstyle.ts'
import { everyKind, resultWith, streamFinding, timeoutFinding } from './sample-result.ts'
import { problemsByXsd } from './valid-by.ts'

const schema = readFileSync(new URL('schemas/checkstyle.xsd', import.meta.url), 'utf8')

test.each([['of every kind something', everyKind], ['nothing', resultWith({})]])('libxml2 reads %s, and the schema accepts it', async (_, result) => {
  expect(await problemsByXsd(checkstyle(result), schema)).toEqual([])
})

test('the schema does refuse what is wrong', async () => {
  expect(await problemsByXsd(checkstyle(everyKind).replaceAll('severity="error"', 'severity="fatal"'), schema)).not.toEqual([])
})

test('findings stand under their files', () => {
  expect(checkstyle(resultWith({ findings: [streamFinding, { ...timeoutFinding, file: streamFinding.file }], errors: [{ file: 'src/locked.ts', message: 'permission denied' }] }))).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="src/routes/stream.ts">
    <error line="14" column="3" severity="error" message="Every GET /stream adds a &apos;data&apos; listener to \`bus\`, and nothing removes it. Add res.on(&apos;close&apos;, () =&gt; bus.off(&apos;data&apos;, onData))" source="leak-audit.no-unreleased-listener"/>
    <error line="5" column="7" severity="warning" message="The deadline timer stays when the work wins. Move it to finally" source="leak-audit.no-uncleared-timeout"/>
  </file>
  <file name="src/locked.ts">
    <error line="1" severity="error" message="permission denied" source="leak-audit.not-audited"/>
  </file>
</checkstyle>
`)
})
