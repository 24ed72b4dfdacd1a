/** The deployed site's metadata: canonical addresses, sitemap, social cards. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { fileFor, files, html, pages, read, sites } from './sites.ts'

const { base, root } = sites
/** As set in scripts/test.mjs. */
const address = `https://example.org${base.base}`
const listed = pages.filter((page) => page !== '404.html' && !page.startsWith('embed/'))

test('each page names itself by its absolute address', () => {
  for (const page of listed) {
    const head = headOf(page)
    expect(head.match(/<link rel="canonical" href="([^"]*)"/)?.[1]).toBe(address + page)
    expect(property(head, 'og:url')).toBe(address + page)
  }
})

test('an embed names the page of its widget, which is to be found in its place', () => {
  for (const page of pages.filter((each) => each.startsWith('embed/'))) {
    const [found] = headOf(page).match(/<link rel="canonical" href="[^"]*"/) ?? []
    expect(found).toBe(`<link rel="canonical" href="${address}${page.replace('embed', 'widgets')}"`)
    expect(headOf(page)).not.toContain('noindex')
  }
})

test('the sitemap lists the pages that are to be found, and the pages name it', () => {
  const [, part = ''] = read(base, `${base.base}sitemap-index.xml`).match(/<loc>(.*?)<\/loc>/) ?? []
  const list = [...read(base, new URL(part).pathname).matchAll(/<loc>(.*?)<\/loc>/g)]
  expect(list.map(([, found]) => found).sort()).toEqual(listed.map((page) => address + page).sort())
  expect(headOf('')).toContain(`<link rel="sitemap" href="${base.base}sitemap-index.xml"`)
})

test('each page has a card, a picture of the size that it says', () => {
  for (const page of pages) {
    const head = headOf(page)
    const card = property(head, 'og:image') ?? ''
    expect(card, page).toMatch(/^https:\/\/example\.org\/where-gradients-go\/(.+\/)?card\.png$/)
    const size = [property(head, 'og:image:width'), property(head, 'og:image:height')]
    expect(size).toEqual(['1200', '630'])
    expect(pngSize(new URL(card).pathname)).toEqual([1200, 630])
    expect(property(head, 'og:image:alt')).toMatch(/^“.+”/)
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image"')
  }
})

test('chapters and widgets have cards of their own, each light enough to be fetched', () => {
  const cards = files(base.served).filter((file) => file.endsWith('card.png'))
  const shown = new Set(pages.map((page) => property(headOf(page), 'og:image')))
  expect([...shown].map((card) => new URL(card ?? '').pathname.slice(1)).sort()).toEqual(
    cards.sort(),
  )
  for (const [page, card] of [
    ['vanishing-gradients/', 'vanishing-gradients/card.png'],
    ['widgets/gradient-flow/', 'widgets/gradient-flow/card.png'],
    ['embed/gradient-flow/', 'widgets/gradient-flow/card.png'],
    ['claims/', 'card.png'],
  ] as const) {
    expect(property(headOf(page), 'og:image')).toBe(address + card)
  }
  const contents = cards.map((card) => readFileSync(fileFor(base, `/${card}`) ?? ''))
  expect(new Set(contents.map((png) => png.toString('base64'))).size).toBe(cards.length)
  expect(Math.max(...contents.map((png) => png.length))).toBeLessThan(150_000)
})

test('a phone that keeps a page gets a picture for it', () => {
  expect(headOf('')).toContain(`href="${base.base}apple-touch-icon.png"`)
  expect(pngSize(`${base.base}apple-touch-icon.png`)).toEqual([180, 180])
})

test('without an address nothing is said of it, and no card is made', () => {
  for (const page of pages)
    expect(html(root, page)).not.toMatch(/canonical|og:url|og:image|sitemap/)
  expect(files(root.served).filter((file) => /card\.png|sitemap/.test(file))).toEqual([])
})

const headOf = (page: string): string => html(base, page).split('</head>')[0] ?? ''

const property = (head: string, name: string): string | undefined =>
  head.match(new RegExp(`<meta property="${name}" content="([^"]*)"`))?.[1]

/** By its first chunk, IHDR. */
function pngSize(path: string): [width: number, height: number] {
  const file = readFileSync(fileFor(base, path) ?? '')
  expect(file.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
  expect(file.toString('latin1', 12, 16)).toBe('IHDR')
  return [file.readUInt32BE(16), file.readUInt32BE(20)]
}
