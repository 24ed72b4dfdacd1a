/** A map: computed by several workers, paused, resumed, and its points opened. */
import { expect } from '@playwright/test'
import { lab, runAndPause, test } from './lab.ts'

test.describe.configure({ timeout: 180_000 })

const map = 'widgets/phase-map/?v=1&depth=6&width=16&resolution=32'

test.beforeEach(({ page, baseURL }) => page.goto(baseURL + map))

const run = { name: 'Run', exact: true }

test('a map has the fingerprint of the build, however its points were spread @base', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}widgets/phase-map/`)
  const built = await page.locator(lab).getAttribute('data-fingerprints')
  expect(built).toMatch(/^[0-9a-f]{16}$/)
  await page.getByRole('button', run).click()
  await expect(page.locator(lab)).not.toHaveAttribute('data-fingerprints', built ?? '')
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'done', { timeout: 150_000 })
  await expect(page.locator(lab)).toHaveAttribute('data-fingerprints', built ?? '')
  expect(page.workers().length).toBeGreaterThan(0)
})

test('a map stops, rests, and goes on where it was', async ({ page }) => {
  const count = async () =>
    Number(/(\d+) of 1024 points/.exec((await page.locator('.status').textContent()) ?? '')?.[1])
  await runAndPause(page)
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'ready')
  await expect(page.getByRole('progressbar')).toBeVisible()
  const stopped = await count()
  expect(stopped).toBeGreaterThan(0)
  expect(stopped).toBeLessThan(1024)
  await page.waitForTimeout(500)
  expect(await count()).toBe(stopped)
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect.poll(count).toBe(stopped + 1)
  await page.getByRole('button', run).click()
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'done', { timeout: 150_000 })
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('a click on a point opens that network in gradient flow', async ({ page }) => {
  const points = page.locator('.chart-pick')
  const { width, height } = (await points.boundingBox()) ?? { width: 0, height: 0 }
  await points.click({ position: { x: width * 0.51, y: height * 0.99 } })
  await page.waitForURL(/widgets\/gradient-flow\//)
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toMatchObject({
    depth: '6',
    width: '16',
    activation: 'tanh',
    initializer: 'fanIn',
    weightScale: '1.546875', // the 17th of 32 cells on 0 to 3
    biasScale: '0.015625',
  })
  await page.locator('.lab[data-hydrated]').first().waitFor()
  await expect(page.getByRole('textbox', { name: 'weight scale' })).toHaveValue('1.546875')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the arrow keys go from point to point, and Enter opens one', async ({ page }) => {
  const points = page.locator('.chart-pick')
  await points.focus()
  const before = new URL((await points.getAttribute('href')) ?? '', page.url()).searchParams
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
    await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await page.waitForURL(/widgets\/gradient-flow\//)
  const after = new URL(page.url()).searchParams
  const moved = (name: string) => Number(after.get(name)) - Number(before.get(name))
  expect(moved('weightScale')).toBeCloseTo(3 / 32, 12)
  expect(moved('biasScale')).toBeCloseTo(1 / 32, 12)
})

test('without a worker the map fills in the page, says so, and is the same', async ({ page }) => {
  const finish = async () => {
    await page.getByRole('button', run).click()
    await expect(page.locator(lab)).toHaveAttribute('data-phase', 'done', { timeout: 150_000 })
    return page.locator(lab).getAttribute('data-fingerprints')
  }
  const small = page.url().replace('resolution=32', 'resolution=8')
  await page.goto(small)
  const whole = await finish()
  await page.route(/worker/, (route) => route.abort())
  await page.goto(small)
  expect(await finish()).toBe(whole)
  await expect(page.getByText('No worker thread could be had')).toBeVisible()
})
