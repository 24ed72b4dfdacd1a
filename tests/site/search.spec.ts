/** Search, from the keyboard and under both base paths. */
import { expect, test } from '@playwright/test'

test('the key / leads to the search, which finds a section', { tag: '@base' }, async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}softmax/`)
  await page.keyboard.press('/')
  await expect(page.locator('#search')).toBeFocused()
  await page.keyboard.type('temperature')
  await expect(page.locator('[role=status]').first()).toContainText('temperature')
  const first = page.locator('.results a[href*="softmax"]').first()
  await expect(first).toBeVisible()
  await expect(page).toHaveURL(/\?q=temperature$/)
  await first.click()
  await expect(page.locator('h1')).toContainText(/softmax/i)
})

test('a search is a link, and what it says is text', async ({ page, baseURL }) => {
  const query = '<img src=x onerror=alert(1)> zzzz'
  await page.goto(`${baseURL}search/?q=${encodeURIComponent(query)}`)
  await expect(page.locator('#search')).toHaveValue(query)
  await expect(page.locator('[role=status]').first()).toContainText('<img src=x')
  await expect(page.locator('search img')).toHaveCount(0)
})

test('the form stands there before its code: nothing moves, and what was typed is sought', async ({
  page,
  baseURL,
}) => {
  let letGo = () => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await page.route('**/_astro/search*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${baseURL}search/?q=softmax`, { waitUntil: 'commit' })
  await page.locator('#search').fill('temperature')
  const form = page.locator('search form')
  const before = await form.boundingBox()
  letGo()
  await expect(page.locator('[role=status]').first()).toContainText('temperature')
  expect(await form.boundingBox()).toEqual(before)
})

test('without its index the search says so', async ({ page, baseURL }) => {
  await page.route('**/pagefind/**', (route) => route.abort())
  await page.goto(`${baseURL}search/?q=softmax`)
  await expect(page.locator('[role=status]').first()).toContainText('did not load')
})

test('the claims are filtered by verdict without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}claims/`)
  await expect(page.locator('.claims > li:visible')).toHaveCount(50)
  await page.locator('input[value="false"]').check()
  await expect(page.locator('#c25')).toBeVisible()
  await expect(page.locator('#c01')).toBeHidden()
  await context.close()
})
