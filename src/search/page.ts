/** The search page. Pagefind's index is loaded at the first query and searched in its worker. */
interface Pagefind {
  init(): Promise<void>
  debouncedSearch(query: string): Promise<{ readonly results: readonly Result[] } | null>
}

interface Result {
  data(): Promise<Found>
}

interface Found extends Place {
  readonly meta: { readonly title?: string }
  readonly sub_results: readonly Section[]
}

interface Section extends Place {
  readonly title: string
  /** Positions of the matches in the page. */
  readonly locations: readonly number[]
}

/** `excerpt` is HTML of the site's own pages, with matches in `<mark>`. */
interface Place {
  readonly url: string
  readonly excerpt: string
}

const some = 8
const form = document.querySelector<HTMLFormElement>('form[data-search]')
if (form) start(form)

function start(form: HTMLFormElement): void {
  const { index = '', none = '', found = '', working = '', failed = '' } = form.dataset
  const input = form.querySelector('input') as HTMLInputElement
  const status = document.querySelector('[data-search-status]') as HTMLElement
  const list = document.querySelector('[data-search-results]') as HTMLElement
  const more = document.querySelector('[data-search-more]') as HTMLButtonElement
  let pagefind: Promise<Pagefind> | undefined
  let rest: readonly Result[] = []

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void search()
  })
  input.addEventListener('input', () => void search())
  more.addEventListener('click', () => void showSome())
  // The form is in the static page, so the reader may have typed before this code runs.
  input.value ||= new URLSearchParams(location.search).get('q') ?? ''
  if (input.value) void search()
  input.focus()

  async function search(): Promise<void> {
    const query = input.value.trim()
    const address = new URL(location.href)
    if (query) address.searchParams.set('q', query)
    else address.searchParams.delete('q')
    history.replaceState(null, '', address)
    if (!query) return show('', [])
    if (!pagefind) status.textContent = working
    try {
      pagefind ??= import(/* @vite-ignore */ index)
      const answer = await (await pagefind).debouncedSearch(query)
      if (!answer || query !== input.value.trim()) return // superseded by a newer query
      const { results } = answer
      const said = results.length > 0 ? found : none
      // Functions, because `$` in a query must not be read as a replacement pattern.
      const message = said
        .replace('{count}', () => String(results.length))
        .replace('{query}', () => query)
      await show(message, results)
    } catch (error) {
      console.error(error)
      pagefind = undefined
      await show(failed, [])
    }
  }

  async function show(message: string, results: readonly Result[]): Promise<void> {
    rest = results
    const items = await nextItems()
    status.textContent = message
    list.replaceChildren(...items)
  }

  async function showSome(): Promise<void> {
    const items = await nextItems()
    list.append(...items)
    items[0]?.querySelector('a')?.focus()
  }

  async function nextItems(): Promise<HTMLElement[]> {
    const shown = await Promise.all(rest.slice(0, some).map((result) => result.data()))
    rest = rest.slice(some)
    more.hidden = rest.length === 0
    return shown.map(item)
  }
}

/** A page, and below it the sections with the most matches. */
function item({ url, meta, excerpt, sub_results }: Found): HTMLElement {
  const li = document.createElement('li')
  const sections = sub_results
    .filter((section) => section.url !== url)
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, 3)
  li.append(link(url, meta.title ?? url))
  if (sections.length === 0) li.append(marked(excerpt))
  else {
    const ul = document.createElement('ul')
    for (const section of sections) {
      const entry = document.createElement('li')
      entry.append(link(section.url, section.title), marked(section.excerpt))
      ul.append(entry)
    }
    li.append(ul)
  }
  return li
}

function link(url: string, text: string): HTMLAnchorElement {
  const a = document.createElement('a')
  a.href = url
  a.textContent = text
  return a
}

/** Copies only text and `<mark>` elements, so that no other markup gets into the page. */
function marked(html: string): HTMLElement {
  const p = document.createElement('p')
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const text = node.textContent ?? ''
    if (node.nodeName !== 'MARK') p.append(text)
    else p.append(Object.assign(document.createElement('mark'), { textContent: text }))
  }
  return p
}
