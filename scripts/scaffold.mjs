import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes each text to its path, and says so; a file that exists stays as it is. */
export function scaffold(textByPath) {
  for (const [path, text] of Object.entries(textByPath)) {
    if (existsSync(path)) {
      console.log(`exists  ${path}`)
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`wrote   ${path}`)
  }
}
