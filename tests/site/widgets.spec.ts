/** The widgets at work: what a reader does, and what goes wrong around them. */
import { test as base, expect, type Page } from '@playwright/test'
import { runAndPause } from './pause.ts'

const lab = '.lab'

// A run is as long as the machine is slow: these tests ask what it gives, not how fast.
base.describe.configure({ timeout: 180_000 })

/** Every page is waited for until its first widget is awake, as a reader waits without knowing. */
const test = base.extend({
  page: async ({ page }, use) => {
    const go = page.goto.bind(page)
    page.goto = async (address, options) => {
      const answer = await go(address, options)
      if (!address.endsWith('404.html')) await page.locator('.lab[data-awake]').first().waitFor()
      return answer
    }
    await use(page)
  },
})
const fast = 'widgets/gradient-flow/?v=1&depth=4&width=8&steps=20&examples=100&batchSize=50'

async function runToEnd(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.locator(lab).first()).toHaveAttribute('data-phase', 'done', {
    timeout: 120_000,
  })
  return (await page.locator(lab).first().getAttribute('data-fingerprints')) ?? ''
}

test('a figure run in the page has the fingerprints of the build @base', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}vanishing-gradients/`)
  const built = await page.locator(lab).first().getAttribute('data-fingerprints')
  expect(built).toMatch(/^[0-9a-f]{16} [0-9a-f]{16}$/)
  await page.getByRole('button', { name: 'Step', exact: true }).first().click()
  await expect(page.locator(lab).first()).not.toHaveAttribute('data-fingerprints', built ?? '')
  expect(await runToEnd(page)).toBe(built)
})

test('a link reproduces its run, and what is not said is at its default', async ({
  page,
  baseURL,
}) => {
  await page.goto(baseURL + fast)
  await expect(page.getByRole('textbox', { name: 'depth' })).toHaveValue('4')
  const first = await runToEnd(page)
  const link = await page.getByRole('link', { name: 'Link', exact: true }).getAttribute('href')
  await page.goto(new URL(link ?? '', page.url()).href)
  expect(await runToEnd(page)).toBe(first)
})

test('reset restores exactly', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  const first = await runToEnd(page)
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'ready')
  expect(await runToEnd(page)).toBe(first)
})

test('pause stops, step goes one on, and the end is the same', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}${fast}&steps=2000`.replace('steps=20&', ''))
  await runAndPause(page)
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'ready')
  const stepAt = async () => Number((await page.locator('.look-back output').textContent()) ?? -1)
  const before = await stepAt()
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect.poll(stepAt).toBe(before + 1)
})

test('everything works from the keyboard', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  await page.getByRole('slider', { name: 'depth' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('textbox', { name: 'depth' })).toHaveValue('5')
  await page.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'done')
})

test('a bad value is refused with a message, and what was stays', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  const depth = page.getByRole('textbox', { name: 'depth' })
  await depth.fill('99')
  await depth.press('Enter')
  await expect(page.getByRole('alert')).toContainText('depth: expected 1 to 50, came “99”')
  await expect(depth).toHaveValue('4')
})

test('a bad link gives a notice and the defaults', async ({ page, baseURL }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(
    `${baseURL}widgets/gradient-flow/?v=7&depth=abc&%00=1&activation=<script>&pin=width%3D-1`,
  )
  await expect(page.getByRole('alert')).toContainText('depth: expected a number')
  await expect(page.getByRole('textbox', { name: 'depth' })).toHaveValue('12')
  expect(errors).toEqual([])
})

test('a pinned run stands beside, with the same seeds', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  await page.getByRole('button', { name: 'Pin to compare' }).click()
  await page.getByRole('combobox', { name: 'activation' }).selectOption('relu')
  await expect(page.locator('.status').first()).toContainText('ReLU')
  const prints = (await runToEnd(page)).split(' ')
  expect(prints).toHaveLength(2)
  expect(prints[0]).not.toBe(prints[1])
})

test('data asked for while a run is being opened are those of its start', async ({
  page,
  baseURL,
}) => {
  await page.route(/worker/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await route.continue()
  })
  await page.goto(baseURL + fast)
  await page.getByText('Data', { exact: true }).click()
  await expect(page.getByRole('button', { name: /^CSV/ }).first()).toBeVisible()
  await expect(page.locator(lab)).toHaveAttribute('data-phase', 'ready')
})

test('the band of 20 seeds can be asked for', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  await page.getByRole('button', { name: '20 seeds' }).click()
  await page.getByText('Data', { exact: true }).click()
  await expect(page.getByRole('columnheader', { name: /5th percentile/ }).first()).toBeVisible()
})

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
  await inside.locator('.lab[data-awake]').waitFor()
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

test('a run that leaves the finite numbers ends and says where', async ({ page, baseURL }) => {
  await page.goto(
    `${baseURL}widgets/gradient-flow/?v=1&activation=relu&initializer=normal&weightScale=50&depth=50&width=128&examples=10&learningRate=10&steps=5`,
  )
  await runToEnd(page)
  await expect(page.locator('.status').first()).toContainText('no longer finite')
})

test('data as CSV and pictures can be taken away', async ({ page, baseURL }) => {
  await page.goto(baseURL + fast)
  await page.getByText('Data', { exact: true }).click()
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^CSV/ }).first().click(),
  ])
  expect(csv.suggestedFilename()).toBe('profile.csv')
  await page.getByText('Image', { exact: true }).click()
  for (const kind of ['SVG', 'PNG']) {
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: kind, exact: true }).first().click(),
    ])
    expect(picture.suggestedFilename()).toBe(`profile.${kind.toLowerCase()}`)
  }
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

test('code that does not load gives one reload, then a message, and leaves the figure standing', async ({
  page,
  baseURL,
}) => {
  let asked = 0
  await page.route(/GradientFlow\..*\.js/, (route) => {
    asked++
    return route.abort()
  })
  const address = `${baseURL}widgets/gradient-flow/`
  await page.evaluate((to) => window.location.assign(to), address).catch(() => undefined)
  await expect(page.getByText('A part of this page did not load')).toBeVisible({ timeout: 20_000 })
  expect(asked).toBe(4) // each of the two loads tries twice
  await expect(page.locator('.chart-static:visible').first()).toBeVisible()
})

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
