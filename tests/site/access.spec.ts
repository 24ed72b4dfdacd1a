/** No violation of an accessibility rule on any page, light on a phone and dark on a desk, before use and after. */
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { pages } from './sites.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1440 },
] as const

// A page is as slow as its machine: these tests ask what it gives, not how fast.
test.describe.configure({ timeout: 180_000 })

type Look = (typeof looks)[number]

/** A widget's page and its embed hold the same: one is looked at in the dark, the other in the light. */
function looksAt(page: string): readonly Look[] {
  if (page.startsWith('embed/')) return looks.slice(0, 1)
  return /^widgets\/./.test(page) ? looks.slice(1) : looks
}

for (const page of pages)
  for (const look of looksAt(page))
    test(`/${page} is accessible, ${look.colorScheme}, ${look.width} px`, async ({
      browser,
      baseURL,
    }) => {
      await inLook(browser, look, async (tab) => {
        await tab.goto(baseURL + page, { waitUntil: 'load' })
        expect(await violations(tab)).toEqual([])
      })
    })

/** A chart over steps and one over layers, a grid with its points, a handle, bars and a list of numbers. */
const kinds = [
  'gradient-flow/?v=1&depth=4&width=8&steps=2000&examples=20&batchSize=10',
  'softmax-classifier/?v=1&dataset=spiral&steps=400&width=8&examples=60',
  'activation-plot/',
  'softmax-mixer/',
]

for (const kind of kinds)
  for (const look of looks)
    test(`${kind.split('?')[0]} is accessible in use, ${look.colorScheme}`, async ({
      browser,
      baseURL,
    }) => {
      await inLook(browser, look, async (tab) => {
        await tab.goto(`${baseURL}widgets/${kind}`, { waitUntil: 'load' })
        await tab.locator('.lab[data-awake]').waitFor()
        await tab.getByRole('button', { name: 'Pin to compare' }).click()
        await expect(tab.locator('.chart-frame').first()).toHaveAttribute('data-live', '')
        const unfold = tab.locator('.unfold')
        if (await unfold.isVisible()) await unfold.click()
        const run = tab.getByRole('button', { name: 'Run', exact: true })
        if (await run.isVisible()) {
          await run.click()
          expect(await violations(tab, '.lab')).toEqual([])
          await tab.locator('.run-bar .go').click()
        }
        for (const details of await tab.locator('.lab summary').all()) await details.click()
        await expect(tab.getByRole('button', { name: /^CSV/ }).first()).toBeVisible()
        await tab.locator('.chart-live[tabindex]').first().focus()
        await tab.keyboard.press('ArrowRight')
        await expect(tab.locator('.chart-readout')).toBeVisible()
        expect(await violations(tab)).toEqual([])
      })
    })

async function inLook(
  browser: Browser,
  { colorScheme, width }: Look,
  use: (tab: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  await use(await context.newPage())
  await context.close()
}

async function violations(tab: Page, part = 'html'): Promise<string[]> {
  // KaTeX's drawing of a formula is hidden from readers' tools, and most of a chapter's elements.
  const axe = new AxeBuilder({ page: tab }).withTags(rules).include(part).exclude('.katex-html')
  // The rows of a data table are alike, and there are many.
  axe.exclude('.lab tbody tr:nth-child(n + 3)')
  return (await axe.analyze()).violations.flatMap(inWords)
}

interface Violation {
  id: string
  help: string
  nodes: { target: unknown; failureSummary?: string }[]
}

function inWords({ id, help, nodes }: Violation): string[] {
  return nodes.map((node) => `${id}: ${help}\n${String(node.target)}\n${node.failureSummary ?? ''}`)
}
