import { expect, test } from 'vitest'
import { changesIn } from '../../src/changes/changed-lines.ts'

test('added, replaced and removed lines, by the lines there are now', () => {
  const diff = `diff --git a/src/a.ts b/src/a.ts
index 0fdf397..3b64299 100644
--- a/src/a.ts
+++ b/src/a.ts
@@ -2 +2,3 @@ a
-b
+B
+C
+D
@@ -5,2 +6,0 @@ d
-e
-f
`
  expect([...changesIn(diff)]).toEqual([['src/a.ts', { lines: [{ from: 2, to: 4 }], deletionsBefore: [7] }]])
})

test('a renamed file is named as it is now, also with blanks and quotes; a removed file is none', () => {
  const diff = `diff --git a/old.ts "b/a \\"new\\" one.ts"
similarity index 85%
rename from old.ts
rename to "a \\"new\\" one.ts"
index b414108..06e567b 100644
--- a/old.ts
+++ "b/a \\"new\\" one.ts"
@@ -6,0 +7 @@
+7
diff --git a/gone.ts b/gone.ts
deleted file mode 100644
index 587be6b..0000000
--- a/gone.ts
+++ /dev/null
@@ -1 +0,0 @@
-x
`
  expect([...changesIn(diff)]).toEqual([['a "new" one.ts', { lines: [{ from: 7, to: 7 }], deletionsBefore: [] }]])
})

test('nothing changed is no file', () => {
  expect(changesIn('').size).toBe(0)
})
