/** Every address a page names leads somewhere inside the site, nothing it loads lies elsewhere, and it fits a phone. */
import { expect, type Page, test } from '@playwright/test'
import { fileFor, files, html, pages, read, type Site, siteAt } from './sites.ts'

for (const page of pages) {
  test(`/${page} links only to what is there`, { tag: '@base' }, async () => {
    const site = siteAt(test.info().project.use.baseURL)
    const from = new URL(page, site.address).href
    const broken = addresses(html(site, page), from).map((address) => fault(site, address, from))
    expect(broken.filter(Boolean)).toEqual([])
  })

  test(`/${page} loads without a complaint`, { tag: '@base' }, async ({ page: tab }, info) => {
    const site = siteAt(info.project.use.baseURL)
    const complaints = listen(tab, site)
    await tab.goto(site.address + page, { waitUntil: 'load' })
    await scrollThrough(tab)
    await tab.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
    await tab.setViewportSize({ width: 320, height: 640 })
    expect(await tooWide(tab), 'scrolls sideways at 320 px').toEqual([])
    expect(await policies(tab)).toEqual([expect.stringContaining("default-src 'self'")])
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

function listen(tab: Page, site: Site): string[] {
  const complaints: string[] = []
  const { origin } = new URL(site.address)
  tab.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asks ${url}`)
  })
  tab.on('requestfailed', (request) => complaints.push(`cannot load ${request.url()}`))
  tab.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} for ${answer.url()}`)
  })
  // Violations of the content security policy come here as errors too.
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  tab.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

/** Brings every island near the viewport once, so that whatever loads late has loaded. */
async function scrollThrough(tab: Page) {
  await tab.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' })
      await new Promise((done) => setTimeout(done, 50))
    }
  })
}

/** The elements that push the page wider than its window, if it can be scrolled sideways. */
function tooWide(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    )
    const names = wide.map((element) => `${element.localName}.${element.getAttribute('class')}`)
    return [`${scrollWidth} px wide`, ...names.slice(0, 12)]
  })
}

function policies(tab: Page): Promise<string[]> {
  return tab.$$eval('meta[http-equiv="content-security-policy" i]', (all) =>
    all.map((meta) => meta.getAttribute('content') ?? ''),
  )
}

test('a page’s policy loosens nothing but style attributes', async () => {
  for (const page of pages) {
    const policy = html(siteAt(undefined), page).match(/content="(default-src[^"]*)"/)?.[1] ?? ''
    const loosened = policy.split(';').filter((part) => part.includes('unsafe-inline'))
    expect(loosened.map((part) => part.trim().split(' ')[0])).toEqual(['style-src-attr'])
    expect(policy).not.toContain("'unsafe-eval'")
  }
})
