/** Every page is complete without JavaScript. */
import { globSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { html, pages, sites } from './sites.ts'

for (const page of pages) {
  test(`/${page} is whole without JavaScript`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const tab = await context.newPage()
    await tab.goto(baseURL + page, { waitUntil: 'load' })
    const lacking = await figuresLacking(tab)
    const unrendered = await rawFormulas(tab)
    await context.close()
    expect(lacking).toEqual([])
    expect(unrendered).toEqual([])
  })
}

for (const chapter of globSync('content/*/*.mdx')) {
  test(`the formulas of ${chapter} are all in its page`, () => {
    const [, lang, slug] = chapter.replaceAll('\\', '/').match(/(\w+)\/([\w-]+)\.mdx$/) ?? []
    const page = html(sites.root, `${lang === 'en' ? '' : `${lang}/`}${slug}/`)
    const displayed = readFileSync(chapter, 'utf8').match(/^\s*\$\$\s*$/gm) ?? []
    expect(page.match(/class="katex-display"/g) ?? []).toHaveLength(displayed.length / 2)
  })
}

/** What each figure of a widget lacks: a chart, a table of its data, and where it is numbered a caption. */
function figuresLacking(tab: Page): Promise<string[]> {
  return tab.$$eval('figure', (figures) =>
    figures
      .filter((figure) => figure.querySelector('astro-island, svg'))
      .flatMap((figure) =>
        ['svg[role="img"], svg[aria-label], svg[aria-labelledby]', 'table td', 'figcaption']
          .filter((part) => !figure.querySelector(part))
          .filter((part) => part !== 'figcaption' || figure.id)
          .map((part) => `${figure.id || 'a figure'} has no ${part}`),
      ),
  )
}

/** Maths that was left as TeX or that KaTeX could not read. */
function rawFormulas(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const errors = [...document.querySelectorAll('.katex-error')].map((error) => error.outerHTML)
    const lines = document.body.innerText.split('\n')
    return [
      ...errors,
      ...lines.filter((line) => /\$[^$]*\\[a-z]+|\\(frac|partial|sum)\b/.test(line)),
    ]
  })
}
