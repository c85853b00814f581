/// <reference lib="dom" />
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html } from '../../src/report/html.ts'
import type { AuditResult } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { sampleOptions } from './sample-options.ts'
import { everyKind, resultWith, streamFinding, timeoutFinding } from './sample-result.ts'

let browser: Browser
beforeAll(async () => { browser = await launchBrowser() }, 120_000)
afterAll(() => browser?.close())

test('the page shows each finding with its evidence drawn, from the event to the release that is missing', async () => {
  const { page } = await open(resultWith({ findings: [streamFinding, timeoutFinding] }))
  expect(await page.textContent('h1')).toBe('leak-audit: 1 error and 1 warning')
  const steps = page.locator('article').first().locator('.path li')
  expect(await steps.allInnerTexts().then(texts => texts.map(text => text.replace(/\s+/g, ' ')))).toEqual([
    'runs per GET /stream src/routes/stream.ts:12', 'calls subscribe() src/live/subscribe.ts:8', 'holds bus.on() src/routes/stream.ts:14',
    'held by bus src/bus.ts:3 lives as long as the process', "release none Add res.on('close', () => bus.off('data', onData))",
  ])
  const drawn = await steps.evaluateAll(items => items.map(item => ({
    mark: getComputedStyle(item, '::before').width, rail: getComputedStyle(item, '::after').borderLeftStyle,
  })))
  expect(drawn.map(({ rail }) => rail)).toEqual(['solid', 'solid', 'solid', 'dashed', 'none'])
  expect(drawn.every(({ mark }) => parseFloat(mark) > 8)).toBe(true)
})

test('filters by rule, confidence and folder leave out the others, and say how many are left', async () => {
  const elsewhere = { ...streamFinding, file: 'src/live/feed.ts', fingerprint: 'aa', confidence: 'likely' as const }
  const { page } = await open(resultWith({ findings: [streamFinding, elsewhere, timeoutFinding] }))
  const shown = () => page.locator('article:visible h2').allInnerTexts()
  await page.selectOption('[name=rule]', 'no-unreleased-listener')
  expect(await shown()).toEqual(['src/routes/stream.ts:14:3', 'src/live/feed.ts:14:3'])
  await page.selectOption('[name=confidence]', 'certain')
  expect(await shown()).toEqual(['src/routes/stream.ts:14:3'])
  expect(await page.innerText('output')).toBe('1 of 3')
  await page.selectOption('[name=folder]', 'src/live/')
  expect(await shown()).toEqual([])
  expect(await page.isVisible('#none')).toBe(true)
  await page.click('button[type=reset]')
  await page.waitForFunction('document.querySelector("output").value === "3 of 3"')
  expect(await shown()).toHaveLength(3)
})

test('the address keeps what is chosen', async () => {
  const { page } = await open(resultWith({ findings: [streamFinding, timeoutFinding] }))
  await page.selectOption('[name=rule]', 'no-uncleared-timeout')
  await page.reload()
  expect(await page.locator('article:visible h2').allInnerTexts()).toEqual(['src/deadline.ts:5:7'])
})

test('text of the program is shown as it is, and never becomes a part of the page', async () => {
  const { page } = await open(everyKind)
  expect(await page.locator('article script, article i, article b').count()).toBe(0)
  expect(await page.locator('article').nth(2).innerText()).toContain('Every GET /<script>alert("1 & \'2\'")</script> | x @octocat adds an entry.')
  expect(await page.locator('article').nth(2).locator('.holder code').innerText()).toBe('seen["<b>"]')
})

test('what is not audited, known or suppressed is listed', async () => {
  const { page } = await open(everyKind)
  expect(await page.locator('summary').allInnerTexts()).toEqual(['Not audited (2)', 'Known from the baseline (1)', 'Suppressed by comments (2)'])
  await page.locator('summary').last().click()
  expect(await page.locator('details').last().innerText()).toContain('no-uncleared-timeout: at most 40 <tenants>')
})

test('the page asks nothing of the network, and its own policy has nothing against it', async () => {
  const { requests, complaints } = await open(everyKind)
  expect(requests.filter(url => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
  expect(complaints).toEqual([])
})

test('the policy of the page stops a script that is not its own', async () => {
  const { page, complaints } = await open(resultWith({ findings: [streamFinding] }))
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.body.append(script)
  })
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
  expect(complaints.join()).toMatch(/Content Security Policy/)
})

test.each(['light', 'dark'] as const)('in %s colours, text can be read on its ground', async colorScheme => {
  const { page } = await open(everyKind, { colorScheme })
  const contrasts = await page.locator('h1, header p, article p, .label, .role, .place, .note, summary, label').evaluateAll(elements => {
    const parts = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = parts(color).map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element | null): string => {
      const color = element === null ? 'rgb(255, 255, 255)' : getComputedStyle(element).backgroundColor
      return parts(color)[3] === 0 ? groundOf(element!.parentElement) : color
    }
    return elements.map(element => {
      const [light = 0, dark = 0] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort((a, b) => b - a)
      return (light + 0.05) / (dark + 0.05)
    })
  })
  expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5) // https://www.w3.org/TR/WCAG22/#contrast-minimum
})

test('on a phone nothing has to be scrolled sideways', async () => {
  const { page } = await open(everyKind, { viewport: { width: 360, height: 700 } })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('a program without leaks has no filters', async () => {
  const { page } = await open(resultWith({}))
  expect(await page.textContent('h1')).toBe('leak-audit: no leaks found')
  expect(await page.locator('form').count()).toBe(0)
})

async function open(result: AuditResult, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const file = join(temporaryFolder(), 'report.html')
  writeFileSync(file, html(result, sampleOptions))
  const page = await browser.newPage(options)
  const requests: string[] = [], complaints: string[] = []
  page.on('request', request => requests.push(request.url()))
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(pathToFileURL(file).href)
  return { page, requests, complaints }
}
