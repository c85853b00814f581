import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Several texts in one file, each read when it is asked for. */
export interface Pack {
  readonly keys: readonly string[]
  /** How many bytes it takes. */
  readonly bytes: number
  /** @throws DamagedPack */
  read(key: string): string
  close(): void
}

/** Not written by this tool, or not as it is now. */
export class DamagedPack extends Error {
  override readonly name = 'DamagedPack'
}

/** The file begins with this line, and ends with another: the length of its index in bytes, and the checksum of that. Between them the texts, and the index. */
const MAGIC = 'leak-audit cache 1\n'
const TAIL = 10 + 1 + 8 + 1

interface Index {
  readonly tool: string
  /** Key, offset in the file, length in bytes, checksum. */
  readonly entries: readonly (readonly [key: string, offset: number, length: number, checksum: number])[]
}

/** The pack, or undefined when another version of the tool wrote it. @throws DamagedPack, and what the file system throws. */
export function openPack(path: string, tool: string): Pack | undefined {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file), { tool: writer, entries } = readIndex(file, size)
    if (writer === tool) return packOf(file, size, entries)
  } catch (error) {
    closeSync(file)
    throw error
  }
  closeSync(file)
  return undefined
}

function readIndex(file: number, size: number): Index {
  if (size < MAGIC.length + TAIL || readBytes(file, 0, MAGIC.length).toString('latin1') !== MAGIC) throw new DamagedPack('not a cache of leak-audit')
  const [, length, checksum] = /^(\d{10}) ([0-9a-f]{8})\n$/.exec(readBytes(file, size - TAIL, TAIL).toString('latin1')) ?? []
  const start = size - TAIL - Number(length)
  if (!(start >= MAGIC.length)) throw new DamagedPack('damaged')
  const index = readBytes(file, start, Number(length))
  if (hex(index) !== checksum) throw new DamagedPack('damaged')
  return JSON.parse(index.toString()) as Index
}

function packOf(file: number, bytes: number, entries: Index['entries']): Pack {
  const byKey = new Map(entries.map(entry => [entry[0], entry]))
  return {
    keys: [...byKey.keys()],
    bytes,
    read(key) {
      const [, offset, length, checksum] = byKey.get(key)!
      const text = readBytes(file, offset, length)
      if (crc32(text) !== checksum) throw new DamagedPack('damaged')
      return text.toString()
    },
    close: () => closeSync(file),
  }
}

/** Writes to a new file that is open. */
export function writePack(file: number, tool: string, texts: Iterable<readonly [key: string, text: string]>): void {
  const entries: Index['entries'][number][] = []
  let offset = writeBytes(file, Buffer.from(MAGIC))
  for (const [key, text] of texts) {
    const bytes = Buffer.from(text)
    entries.push([key, offset, bytes.length, crc32(bytes)])
    offset += writeBytes(file, bytes)
  }
  const index = Buffer.from(JSON.stringify({ tool, entries } satisfies Index))
  writeBytes(file, index)
  writeBytes(file, Buffer.from(`${String(index.length).padStart(10, '0')} ${hex(index)}\n`))
}

const hex = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0')

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  for (let read = 0; read < length;) {
    const more = readSync(file, bytes, read, length - read, position + read)
    if (more === 0) throw new DamagedPack('damaged')
    read += more
  }
  return bytes
}

function writeBytes(file: number, bytes: Buffer): number {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
  return bytes.length
}
