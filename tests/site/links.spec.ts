/** Every internal link of a page resolves, and no content security policy is loosened. */
import { expect, test } from '@playwright/test'
import { fileFor, files, html, pages, read, type Site, siteAt, sites } from './sites.ts'

for (const page of pages) {
  test(`/${page} links only to what is there`, { tag: '@base' }, async () => {
    const site = siteAt(test.info().project.use.baseURL)
    const from = new URL(page, site.address).href
    const broken = addresses(html(site, page), from).map((address) => fault(site, address, from))
    expect(broken.filter(Boolean)).toEqual([])
  })
}

test('stylesheets name only files that are there', { tag: '@base' }, async () => {
  const site = siteAt(test.info().project.use.baseURL)
  const sheets = files(site.served).filter((file) => file.endsWith('.css'))
  const broken = sheets.flatMap((sheet) => {
    const from = new URL(sheet, new URL('/', site.address)).href
    const named = [...read(site, `/${sheet}`).matchAll(/url\(["']?([^"')]+)["']?\)/g)]
    return named.map(([, address = '']) => fault(site, new URL(address, from).href, from))
  })
  expect(sheets).not.toEqual([])
  expect(broken.filter(Boolean)).toEqual([])
})

test('a page’s policy loosens nothing but style attributes', async () => {
  for (const page of pages) {
    const policy = html(siteAt(undefined), page).match(/content="(default-src[^"]*)"/)?.[1] ?? ''
    const loosened = policy.split(';').filter((part) => part.includes('unsafe-inline'))
    expect(policy, page).toMatch(/^default-src 'self';/)
    expect(loosened.map((part) => part.trim().split(' ')[0])).toEqual(['style-src-attr'])
    expect(policy).not.toContain("'unsafe-eval'")
  }
})

/** Sections that are not laid out yet have estimated heights, past which links must still find their targets. */
for (const [width, blocks] of [
  [390, 'figure[id]'],
  [1440, '.claim[id]'],
] as const) {
  test(`a link from elsewhere to a chapter’s last ${blocks} ends on it, at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const chapters = pages.filter((each) => html(sites.root, each).includes('class="part"'))
    expect(chapters).not.toEqual([])
    for (const chapter of chapters) {
      const ids = html(sites.root, chapter).matchAll(
        blocks === 'figure[id]'
          ? /<figure[^>]* id="([^"]+)"/g
          : /class="claim [^"]*" id="([^"]+)"/g,
      )
      const last = [...ids].at(-1)?.[1] ?? ''
      await page.goto(`${baseURL}${chapter}#${last}`)
      await expect
        .poll(() => page.locator(`#${last}`).evaluate((block) => block.getBoundingClientRect().y))
        .toBeLessThan(40)
      const top = await page
        .locator(`#${last}`)
        .evaluate((block) => block.getBoundingClientRect().y)
      expect(top, `${chapter}#${last}`).toBeGreaterThan(-5)
      await page.goto('about:blank')
    }
  })
}

/** Whatever the browser would follow or fetch, as absolute addresses. */
function addresses(source: string, from: string): string[] {
  // A page's own public address is only known where it is deployed.
  const tags = [...source.matchAll(/<\w[^>]*>/g)].map(([tag]) => tag)
  const inside = tags.filter((tag) => !/^<link[^>]*rel="?(?:canonical|alternate)/.test(tag))
  const single = /\s(?:href|src|poster|component-url|renderer-url)="([^"]*)"/g
  const named = inside.flatMap((tag) =>
    [...tag.matchAll(single)].map(([, address = '']) => address),
  )
  const sets = inside.flatMap((tag) => tag.match(/\ssrcset="([^"]*)"/)?.[1]?.split(',') ?? [])
  const all = [...named, ...sets.map((one) => one.trim().split(' ')[0] ?? '')]
  return all.map((address) => new URL(address.replaceAll('&amp;', '&'), from).href)
}

/** What is wrong with an address; undefined if nothing is, or if it leads out of the site. */
function fault(site: Site, address: string, page: string): string | undefined {
  const url = new URL(address)
  if (url.origin !== new URL(page).origin) return undefined
  if (!url.pathname.startsWith(site.base)) return `${address} lies outside ${site.base}`
  if (!fileFor(site, url.pathname)) return `${address} does not exist`
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor && !read(site, url.pathname).includes(` id="${anchor}"`))
    return `${address} has no such anchor`
  return undefined
}
