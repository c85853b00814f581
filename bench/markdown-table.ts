/** A Markdown table; the first row is the header. Columns after the first are right-aligned. */
export function markdownTable(rows: readonly (readonly (string | number)[])[]): string {
  const [header = [], ...body] = rows
  const rule = header.map((_, column) => (column === 0 ? '---' : '--:'))
  return [header, rule, ...body].map(row => `| ${row.join(' | ')} |`).join('\n')
}
