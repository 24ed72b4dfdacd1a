/** The first widget of a page, as the tests use it. */
import { test as base, expect, type Page } from '@playwright/test'

export const lab = '.lab'

/** A run that is over soon. */
export const fast = 'widgets/gradient-flow/?v=1&depth=4&width=8&steps=20&examples=100&batchSize=50'

/** `goto` waits until the page's first widget is hydrated. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const go = page.goto.bind(page)
    page.goto = async (address, options) => {
      const answer = await go(address, options)
      if (!address.endsWith('404.html')) await page.locator('.lab[data-hydrated]').first().waitFor()
      return answer
    }
    await use(page)
  },
})

/** Runs the widget to its end, and gives the fingerprints. */
export async function runToEnd(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.locator(lab).first()).toHaveAttribute('data-phase', 'done', {
    timeout: 120_000,
  })
  return (await page.locator(lab).first().getAttribute('data-fingerprints')) ?? ''
}

/** Runs the page's first widget and pauses it at once: from inside the page, before the run can end. */
export function runAndPause(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const go = document.querySelector<HTMLButtonElement>('.run-bar .go')
    if (!go) throw new Error('expected a button that runs')
    const words = go.textContent
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (go.textContent === words) return
        observer.disconnect()
        resolve()
      })
      observer.observe(go, { subtree: true, childList: true, characterData: true })
    })
    go.click()
    await changed
    go.click()
  })
}
