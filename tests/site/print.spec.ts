/** On paper every figure has its chart, and nothing to press. */
import { expect, test } from '@playwright/test'
import { pages } from './sites.ts'

for (const page of pages)
  test(`/${page} prints its figures and no controls`, async ({ page: tab, baseURL }) => {
    await tab.goto(baseURL + page)
    await tab.emulateMedia({ media: 'print' })
    for (const figure of await tab.locator('figure.figure').all()) {
      await expect(figure.locator('svg:visible, canvas:visible').first()).toBeVisible()
      await expect(figure.locator('button:visible, input:visible, select:visible')).toHaveCount(0)
    }
  })
