/** No accessibility violations while widgets are used, in light mode on a phone and dark mode on a desktop. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violations } from './axe.ts'

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1440 },
] as const

// Generous, because these tests check results, not speed, and machines differ.
test.describe.configure({ timeout: 180_000 })

type Look = (typeof looks)[number]

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
        await tab.locator('.lab[data-hydrated]').waitFor()
        await tab.getByRole('button', { name: 'Pin to compare' }).click()
        await expect(tab.locator('.chart-frame').first()).toHaveAttribute('data-live', '')
        const unfold = tab.locator('.unfold')
        if (await unfold.isVisible()) await unfold.click()
        const run = tab.getByRole('button', { name: 'Run', exact: true })
        if (await run.isVisible()) {
          await run.click()
          expect(await violations(tab, { part: '.lab' })).toEqual([])
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
