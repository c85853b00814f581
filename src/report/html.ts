import { createHash } from 'node:crypto'
import type { AuditResult } from '../verdict/audit-result.ts'
import type { Finding, PathStep } from '../verdict/finding.ts'
import { counted } from './counted.ts'
import { COVERED, eventLabel, LIVES, oneLine, placeOf } from './evidence.ts'
import type { ReportOptions } from './format.ts'
import { SCRIPT } from './html-script.ts'
import { STYLE } from './html-style.ts'
import { unreadPlace } from './unread.ts'

/** One page that stands alone: it asks nothing of the network, which its own policy forbids it, and shows everything without JavaScript but the filters. */
export function html(result: AuditResult, { version, rules }: Pick<ReportOptions, 'version' | 'rules'>): string {
  const { findings, suppressed, baselined, errors } = result
  const urls = new Map(rules.map(rule => [rule.id, rule.url]))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>leak-audit: ${escaped(headline(result))}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>leak-audit: ${escaped(headline(result))}</h1>
<p>${escaped(remarks(result, version))}</p>
</header>
<main>
${findings.length < 2 ? '' : filters(findings)}
${findings.map(finding => article(finding, urls.get(finding.rule))).join('\n')}
<p id="none" hidden>No finding is left: the filters leave all of them out.</p>
${list('Not audited', errors.map(error => [unreadPlace(error), error.message]))}
${list('Known from the baseline', baselined.map(finding => [placeOf(finding), `${finding.rule}: ${finding.message}`]))}
${list('Suppressed by comments', suppressed.map(finding => [placeOf(finding), `${finding.rule}: ${finding.reason ?? 'no reason is given'}`]))}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}

function headline({ findings, baselined }: AuditResult): string {
  if (findings.length === 0) return `no ${baselined.length === 0 ? '' : 'new '}leaks found`
  const serious = findings.filter(finding => finding.severity === 'error').length
  return [counted(serious, 'error'), counted(findings.length - serious, 'warning')].filter(part => !part.startsWith('0 ')).join(' and ')
}

function remarks({ stats, suppressed, baselined, errors }: AuditResult, version: string): string {
  return [
    `${counted(stats.files, 'file')}, ${counted(stats.lines, 'line')}`,
    ...suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`],
    ...baselined.length === 0 ? [] : [`${baselined.length} known from the baseline`],
    ...errors.length === 0 ? [] : [`${counted(new Set(errors.map(error => error.file)).size, 'file')} not audited`],
    `leak-audit ${version}`,
  ].join(' · ')
}

/** Shown by the script alone: without it they would do nothing. */
function filters(findings: readonly Finding[]): string {
  return `<form id="filters" hidden aria-label="Filters">
${select('rule', 'Rule', 'all rules', choices(findings, finding => [finding.rule]))}
${select('confidence', 'Confidence', 'any', choices(findings, finding => [finding.confidence]))}
${select('folder', 'Folder', 'all folders', choices(findings, finding => foldersOf(finding.file)))}
<button type="reset">Show all</button>
<output aria-live="polite"></output>
</form>`
}

function select(name: string, label: string, all: string, counts: ReadonlyMap<string, number>): string {
  const options = [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([value, count]) => `<option value="${escaped(value)}">${escaped(value)} (${count})</option>`)
  return `<label>${label} <select name="${name}"><option value="">${all}</option>${options.join('')}</select></label>`
}

/** Each value, and how many findings have it. */
function choices(findings: readonly Finding[], valuesOf: (finding: Finding) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of findings.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** `src/routes/a.ts` lies in `src/` and `src/routes/`. */
function foldersOf(file: string): readonly string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1))
}

function article(finding: Finding, url: string | undefined): string {
  const { rule, severity, confidence, file, line, column, message, fingerprint } = finding
  const name = url === undefined ? escaped(rule) : `<a href="${escaped(url)}" rel="noreferrer">${escaped(rule)}</a>`
  return `<article id="${escaped(fingerprint)}" data-rule="${escaped(rule)}" data-confidence="${confidence}" data-file="${escaped(file)}">
<h2><code>${escaped(`${file}:${line}:${column}`)}</code></h2>
<p class="labels"><span class="label ${severity}">${severity}</span> <span class="label">${name}</span> <span class="label">${confidence}</span></p>
<p>${withCode(message)}</p>
<ol class="path">
${finding.path.map(pathStep).join('\n')}
${holderStep(finding)}
${releaseStep(finding)}
</ol>
</article>`
}

const ROLES: Readonly<Record<PathStep['role'], string>> = { entry: 'runs per', call: 'calls', acquire: 'holds', release: 'releases' }

function pathStep(step: PathStep): string {
  return pathItem(step.role, ROLES[step.role], step.role === 'entry' ? eventLabel(step) : step.text, placeOf(step))
}

function holderStep({ holder: { text, lifetime, file, line } }: Finding): string {
  return pathItem('holder', 'held by', text, file === undefined || line === undefined ? '' : placeOf({ file, line }), LIVES[lifetime])
}

function releaseStep({ release: { coverage, hint } }: Finding): string {
  return `<li class="end"><span class="role">release</span><div><strong>${COVERED[coverage]}</strong> <span class="note">${withCode(hint)}</span></div></li>`
}

function pathItem(kind: string, role: string, text: string, place: string, note = ''): string {
  return `<li class="${kind}"><span class="role">${role}</span><div><code>${escaped(text)}</code>${place === '' ? '' : ` <span class="place">${escaped(place)}</span>`}${note === '' ? '' : ` <span class="note">${note}</span>`}</div></li>`
}

function list(heading: string, rows: readonly (readonly [place: string, text: string])[]): string {
  if (rows.length === 0) return ''
  return `<details><summary>${heading} (${rows.length})</summary>
<dl>${rows.map(([place, text]) => `<dt><code>${escaped(place)}</code></dt><dd>${withCode(text)}</dd>`).join('\n')}</dl></details>`
}

function withCode(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, letter => ENTITIES[letter]!)
}

/** By which the policy of the page knows what it may run and show: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function digest(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
