import { describe, expect, test } from 'vitest'
import { isHandWritten } from '../../src/parse/hand-written.ts'

describe('hand-written', () => {
  test.each([
    ['a small file', 'export const rooms = new Map()\n'],
    ['one line somebody typed', `module.exports = { ${'room: 1, '.repeat(150)} }`],
    ['a long line among short ones', `const icon = '${'x'.repeat(15_000)}'\n${'bus.on(tick)\n'.repeat(200)}`],
    ['code that speaks of bundles', `// webpackBootstrap\nconst dir = 'node_modules/ws/index.js' // node_modules/ws/index.js\n`],
  ])('%s', (_, text) => expect(isHandWritten(text)).toBe(true))
})

describe('not hand-written', () => {
  test.each([
    ['minified: long lines on average', `var a=1;${'b(a);'.repeat(1_000)}\n`.repeat(3)],
    ['minified: one enormous line', `${'bus.on(tick)\n'.repeat(500)}${'b(a);'.repeat(5_000)}`],
    ['webpack', `/******/ (() => { // webpackBootstrap\n/******/ \tvar __webpack_modules__ = ({\n`],
    ['a webpack library', `(function webpackUniversalModuleDefinition(root, factory) {\n`],
    ['esbuild', `var __getOwnPropNames = Object.getOwnPropertyNames;\n\n// node_modules/ms/index.js\nvar require_ms = 1\n`],
    ['rolldown', `//#region ../../node_modules/ms/index.js\nvar require_ms = 1\n`],
    ['browserify', `(function(){function r(e,n,t){function o(i,f){if(!n[i]){if(!e[i]){}}}}})()`],
    ['parcel', `parcelRequire = (function (modules) {\n`],
    ['a video', `G\0\0\0\u0010`],
  ])('%s', (_, text) => expect(isHandWritten(text)).toBe(false))
})
