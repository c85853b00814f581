// https://sharp.pixelplumbing.com/api-utility/#queue
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'sharp#Sharp', role: 'type', extends: ['node:stream#Duplex'] },
  { symbol: 'sharp#default', role: 'type', returns: 'sharp#Sharp', note: 'no acquire: an image that nobody reads goes with its variable, and the cache of libvips is bounded' },
  { symbol: 'sharp#Sharp.clone', role: 'type', returns: 'sharp#Sharp' },
  { symbol: 'sharp#Sharp.resize', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.rotate', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.extract', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.composite', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.jpeg', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.png', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.webp', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.avif', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#Sharp.toFormat', role: 'type', returns: 'sharp#Sharp', isView: true },
  { symbol: 'sharp#queue', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'process', note: 'one for all images' },
] as const satisfies readonly ModelRow[]
