/** Every page in one visit: loads without problems, is accessible, fits the viewport, and prints. */
import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe.ts'
import { complaintsOf } from './complaints.ts'
import { pages, siteAt } from './sites.ts'

// Generous, because these tests check results, not speed, and machines differ.
test.describe.configure({ timeout: 240_000 })

for (const page of pages)
  test(`/${page} loads, is accessible, fits a phone, and prints`, async ({ page: tab }) => {
    await tab.setViewportSize({ width: 390, height: 900 })
    expect.soft(await load(tab, page), 'complains').toEqual([])
    expect.soft(await violations(tab), 'in the light, at 390 px').toEqual([])

    await tab.setViewportSize({ width: 320, height: 640 })
    expect.soft(await tooWide(tab), 'scrolls sideways at 320 px').toEqual([])

    // An embed holds what its widget's own page holds.
    if (!page.startsWith('embed/')) {
      await tab.setViewportSize({ width: 1440, height: 900 })
      await tab.emulateMedia({ colorScheme: 'dark' })
      expect.soft(await violations(tab, { ofLook: true }), 'in the dark, at 1440 px').toEqual([])
    }

    await tab.emulateMedia({ media: 'print' })
    expect.soft(await printFaults(tab), 'on paper').toEqual([])
  })

/** One of each kind: under a base path only addresses differ, and links.spec.ts checks all of them. */
const kinds = ['', 'depth/', 'widgets/', 'widgets/phase-map/', 'embed/gradient-flow/', 'claims/']

for (const page of kinds)
  test(`/${page} loads without a complaint @base`, async ({ page: tab }) => {
    expect(await load(tab, page)).toEqual([])
  })

/** Opens a page, wakes every figure, and gives what it complained of. */
async function load(tab: Page, page: string): Promise<readonly string[]> {
  const site = siteAt(test.info().project.use.baseURL)
  const complaints = complaintsOf(tab, site)
  await tab.goto(site.address + page, { waitUntil: 'load' })
  await scrollThrough(tab)
  await expect(tab.locator('astro-island[ssr]'), 'figures asleep').toHaveCount(0, {
    timeout: 60_000,
  })
  await tab.waitForLoadState('networkidle')
  return complaints
}

/** Brings every island near the viewport once, so that whatever loads late has loaded. */
async function scrollThrough(tab: Page): Promise<void> {
  await tab.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' })
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
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

/** On paper every figure has its chart, and nothing to press. */
function printFaults(tab: Page): Promise<string[]> {
  return tab.$$eval('figure.figure', (figures) => {
    const visible = (figure: Element, selector: string) =>
      [...figure.querySelectorAll(selector)].some((element) => element.checkVisibility())
    return figures.flatMap((figure) => {
      const name = figure.id || figure.textContent?.slice(0, 40)
      return [
        ...(visible(figure, 'svg, canvas') ? [] : [`${name} has no chart`]),
        ...(visible(figure, 'button, input, select') ? [`${name} has something to press`] : []),
      ]
    })
  })
}
