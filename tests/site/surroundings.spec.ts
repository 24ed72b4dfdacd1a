/** Widgets in unusual environments: in a frame, without workers, out of view, with code that fails to load. */
import { expect } from '@playwright/test'
import { fast, lab, runToEnd, test } from './lab.ts'

// Generous, because these tests check results, not speed, and machines differ.
test.describe.configure({ timeout: 180_000 })

test('the embed works in a sandboxed frame, where no worker and no storage is to be had', async ({
  page,
  baseURL,
}) => {
  await page.goto(baseURL + fast)
  const whole = await runToEnd(page)
  await page.goto(`${baseURL}404.html`)
  await page.evaluate(
    (address) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.src = address
      frame.style.height = '900px'
      frame.style.width = '700px'
      document.body.prepend(frame)
    },
    `${baseURL}${fast.replace('widgets/', 'embed/')}`,
  )
  const inside = page.frameLocator('iframe')
  await inside.locator('.lab[data-hydrated]').waitFor()
  await inside.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(inside.locator(lab)).toHaveAttribute('data-phase', 'done', { timeout: 120_000 })
  await expect(inside.locator(lab)).toHaveAttribute('data-fingerprints', whole)
})

test('without a worker the run goes on in the page, says so, and gives the same', async ({
  page,
  baseURL,
}) => {
  await page.goto(baseURL + fast)
  const whole = await runToEnd(page)
  await page.route(/worker/, (route) => route.abort())
  await page.goto(baseURL + fast)
  expect(await runToEnd(page)).toBe(whole)
  await expect(page.getByText('No worker thread could be had')).toBeVisible()
})

test('an error-free page that asks no other site for anything', async ({ page, baseURL }) => {
  const strange: string[] = []
  const { origin } = new URL(baseURL ?? '')
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin)
      strange.push(request.url())
  })
  page.on('pageerror', (error) => strange.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') strange.push(message.text())
  })
  await page.goto(baseURL + fast)
  await runToEnd(page)
  expect(strange).toEqual([])
})

test('nothing moves when the live chart takes the place of the static one', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}vanishing-gradients/`)
  const shift = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(total), 4000)
      }),
  )
  await page.getByRole('button', { name: 'Step', exact: true }).first().click()
  expect(await shift).toBeLessThanOrEqual(0.01)
})

for (const [what, pattern] of [
  ['a figure', /\/Player\..*\.js/],
  ['its view', /\/view\..*\.js/],
] as const) {
  test(`code of ${what} that does not load gives one reload, then a message, and leaves the figure standing`, async ({
    page,
    baseURL,
  }) => {
    let asked = 0
    await page.route(pattern, (route) => {
      asked++
      return route.abort()
    })
    const address = `${baseURL}widgets/gradient-flow/`
    await page.evaluate((to) => window.location.assign(to), address).catch(() => undefined)
    await expect(page.getByText('A part of this page did not load')).toBeVisible()
    expect(asked).toBe(4) // each of the two loads tries twice
    await expect(page.locator('.chart-static:visible').first()).toBeVisible()
  })
}

test('out of sight a run rests, and goes on where it was', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}vanishing-gradients/`)
  const first = page.locator(lab).first()
  // At this pace it takes half a minute, so that it is not over before it is looked at.
  await first.getByRole('combobox', { name: 'speed' }).selectOption({ value: '10' })
  await first.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(first).toHaveAttribute('data-phase', 'running')
  await page.locator('#references, footer').last().scrollIntoViewIfNeeded()
  await page.waitForTimeout(1000)
  const prints = await first.getAttribute('data-fingerprints')
  await page.waitForTimeout(1000)
  expect(await first.getAttribute('data-fingerprints')).toBe(prints)
  await first.scrollIntoViewIfNeeded()
  await expect(first).not.toHaveAttribute('data-fingerprints', prints ?? '')
})
