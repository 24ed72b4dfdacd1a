/** The widgets as a reader uses them. */
import { expect } from '@playwright/test'
import { fast, lab, runAndPause, runToEnd, test } from './lab.ts'

// Generous, because these tests check results, not speed, and machines differ.
test.describe.configure({ timeout: 180_000 })

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
