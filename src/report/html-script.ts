/** The filters of the page. What is chosen is kept in the address, so that a link shows the same. */
export const SCRIPT = `
const form = document.getElementById('filters')
if (form) {
  const articles = [...document.querySelectorAll('article')]
  const fits = (article, { rule, confidence, folder }) =>
    (!rule || article.dataset.rule === rule) && (!confidence || article.dataset.confidence === confidence) && (!folder || article.dataset.file.startsWith(folder))
  const show = () => {
    const chosen = Object.fromEntries(new FormData(form))
    let shown = 0
    for (const article of articles) {
      article.hidden = !fits(article, chosen)
      if (!article.hidden) shown++
    }
    form.querySelector('output').value = shown + ' of ' + articles.length
    document.getElementById('none').hidden = shown > 0
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString()
    history.replaceState(null, '', query ? '#' + query : location.pathname + location.search)
  }
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLSelectElement && [...field.options].some(option => option.value === value)) field.value = value
  }
  form.hidden = false
  form.addEventListener('change', show)
  form.addEventListener('reset', () => setTimeout(show))
  if ([...new FormData(form).values()].some(Boolean)) show()
  else form.querySelector('output').value = articles.length + ' of ' + articles.length
}
`
