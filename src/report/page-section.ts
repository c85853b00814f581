/** What stands under a heading of a rule's page, for readers without Markdown: prose and lists, without code blocks, and links as their words. */
export function sectionOf(page: string, heading: string): string | undefined {
  const section = page.split(/^## /m).find(part => part.startsWith(`${heading}\n`))
  return section?.slice(heading.length)
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^> ?/gm, '')
    .replace(/(?<!\n)\n(?!\n|- )\s*/g, ' ') // wrapped lines
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
