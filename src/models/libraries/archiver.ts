// https://www.archiverjs.com/docs/archiver
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'archiver#Archiver', role: 'type', extends: ['node:stream#Transform'] },
  { symbol: 'archiver#ZipArchive', role: 'type', extends: ['archiver#Archiver'] },
  { symbol: 'archiver#TarArchive', role: 'type', extends: ['archiver#Archiver'] },
  { symbol: 'archiver#JsonArchive', role: 'type', extends: ['archiver#Archiver'] },
  { symbol: 'archiver#Archiver.abort', role: 'teardown' },
] as const satisfies readonly ModelRow[]
