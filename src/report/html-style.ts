/** In the colours that the reader's system asks for. */
export const STYLE = `
:root { color-scheme: light dark; --back: #fff; --card: #f6f8fa; --line: #d0d7de; --text: #1f2328; --quiet: #59636e; --error: #c4232c; --warning: #8a5a00; --link: #0860c4; --rail: #8c959f; --entry: #0860c4; --good: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --back: #0d1117; --card: #161b22; --line: #30363d; --text: #e6edf3; --quiet: #9198a1; --error: #ff7b72; --warning: #e3b341; --link: #79b8ff; --rail: #6e7681; --entry: #79b8ff; --good: #56d364 } }
*, ::before, ::after { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 64rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25 }
header p { margin: .25rem 0 1.25rem; color: var(--quiet) }
a { color: var(--link) }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 1rem; padding: .6rem 0; background: var(--back); border-bottom: 1px solid var(--line); font-size: .9rem }
label { color: var(--quiet) }
select, button { max-width: 18rem; padding: .25rem .5rem; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: .375rem; font: inherit }
output { margin-left: auto; color: var(--quiet) }
article { margin: 0 0 1rem; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
article:target { border-color: var(--link) }
article h2 { margin: 0; font-size: 1rem }
.labels { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0 0 }
.label { padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8rem; line-height: 1.6 }
.error { color: var(--error); border-color: currentColor; font-weight: 600 }
.warning { color: var(--warning); border-color: currentColor; font-weight: 600 }
article > p { margin: .6rem 0 }
.path { margin: .8rem 0 0; padding: 0; list-style: none }
.path li { position: relative; display: grid; grid-template-columns: 5rem 1fr; padding: 0 0 .6rem 1.9rem }
.path li::before { content: ''; position: absolute; left: .3rem; top: .35rem; width: .9rem; height: .9rem; background: var(--back); border: 2px solid var(--rail); border-radius: 50% }
.path li:not(:last-child)::after { content: ''; position: absolute; left: calc(.75rem - 1px); top: 1.25rem; bottom: -.35rem; border-left: 2px solid var(--rail) }
.path .entry::before { background: var(--entry); border-color: var(--entry) }
.path .acquire::before { background: var(--error); border-color: var(--error) }
.path li.acquire::after, .path li.release::after, .path li.holder::before, .path li.holder::after { border-color: var(--error) }
.path .release::before { background: var(--good); border-color: var(--good) }
.path .holder::before { border-radius: .15rem }
.path li.holder::after { border-left-style: dashed }
.path .end::before { border: 2px dashed var(--error) }
.path .end { padding-bottom: 0 }
.role { color: var(--quiet); font-size: .85rem }
.place { margin-left: .4rem; color: var(--quiet); font: .8rem ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere }
.note { margin-left: .4rem; color: var(--quiet) }
.end strong { color: var(--error) }
.end .note { color: var(--text) }
details { margin: .75rem 0 } summary { cursor: pointer }
dt { margin-top: .5rem } dd { margin: 0 0 0 1rem; color: var(--quiet) }
@media (max-width: 40rem) { .path li { grid-template-columns: 1fr } form { position: static } }
@media print { form { display: none } article { break-inside: avoid } }
`
