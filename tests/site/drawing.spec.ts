/** The live renderer is loaded on demand, and may fail to load or to start. */
import { expect, type Page, test } from '@playwright/test'
import { modulesFrom } from './modules.ts'
import { files, read, sites } from './sites.ts'

const widget = 'widgets/gradient-flow/'
const figure = `${widget}?v=1&depth=4&width=8&steps=20&examples=100&batchSize=50`
const scripts = files(sites.root.served).filter((file) => file.endsWith('.js'))
const withText = (text: string) =>
  scripts.filter((file) => read(sites.root, `/${file}`).includes(text))
const uplot = withText('u-cursor-x')
/** The static renderer, its fallback. */
const standIn = withText('chart-name')

async function run(page: Page): Promise<void> {
  await page.locator('.lab[data-hydrated]').waitFor()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.locator('.lab')).toHaveAttribute('data-phase', 'done', { timeout: 50_000 })
}

test('a figure loads uPlot only when it is run', async ({ page, baseURL }) => {
  expect(uplot).toHaveLength(1)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(baseURL + widget)
  await page.locator('.lab[data-hydrated]').waitFor()
  const drawing = modulesFrom(sites.root, [`/${uplot[0]}`]).loaded
  expect(asked).not.toContain(drawing[0])
  await run(page)
  expect(asked).toContain(drawing[0])
  await expect(page.locator('.chart-live canvas').first()).toBeVisible()
})

/** The code of the figure does not come until what is returned is called. */
async function holdCode(page: Page): Promise<() => void> {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/Player\..*\.js/, async (route) => {
    await held
    await route.continue()
  })
  return arrive
}

for (const width of [390, 1440]) {
  test(`fields show their values before the code is there, and stay in their places, at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const fields = page.locator('.settings [id*="-"]:is(output, select, [type=text]), .pace > [id]')
    const places = () =>
      fields.evaluateAll((all) =>
        all.map((field) => {
          const { x, y, width, height } = field.getBoundingClientRect()
          return [field.id, ...[x, y, width, height].map(Math.round)].join(' ')
        }),
      )
    const arrive = await holdCode(page)
    await page.goto(baseURL + widget)
    expect(new Set(await fields.evaluateAll((all) => all.map(({ tagName }) => tagName)))).toEqual(
      new Set(['OUTPUT']),
    )
    await expect(fields.filter({ hasText: 'sigmoid' })).toHaveCount(1)
    const before = await places()
    expect(before.length).toBeGreaterThan(10)
    arrive()
    await page.locator('.lab[data-hydrated]').waitFor()
    await expect(page.locator('.lab output.field')).toHaveCount(0)
    expect(await places()).toEqual(before)
  })
}

test('a button pressed before the code is there is pressed when it is', async ({
  page,
  baseURL,
}) => {
  const arrive = await holdCode(page)
  await page.goto(baseURL + figure)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  arrive()
  await expect(page.locator('.lab')).toHaveAttribute('data-phase', 'done', { timeout: 50_000 })
  const prints = await page.locator('.lab').getAttribute('data-fingerprints')
  await page.goto(baseURL + figure)
  await run(page)
  await expect(page.locator('.lab')).toHaveAttribute('data-fingerprints', prints ?? '')
})

test('the table of a figure at rest opens, with its code and without', async ({
  page,
  baseURL,
}) => {
  const table = page.locator('.share table').first()
  const open = () => page.getByText('Data', { exact: true }).first().click()
  await page.route(/\/Player\..*\.js/, () => {}) // it never comes
  await page.goto(baseURL + widget)
  await open()
  await expect(table).toBeVisible()
  const asBuilt = await table.innerText()
  await page.unroute(/\/Player\..*\.js/)
  await page.goto(baseURL + widget)
  await page.locator('.lab[data-hydrated]').waitFor()
  await open()
  await expect(page.getByRole('button', { name: /^CSV/ }).first()).toBeVisible()
  expect(await table.innerText()).toBe(asBuilt)
})

test('where the browser’s language is malformed and uPlot breaks, charts are drawn all the same', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'language', { get: () => 'not_a_language' }),
  )
  await page.goto(baseURL + figure)
  await run(page)
  const live = page.locator('.chart-frame').first().locator('.chart-live svg')
  await expect(live).toBeVisible()
  await expect(page.locator('.chart-frame').first()).toHaveAttribute('data-live', '')
  await expect(live.locator('.chart-line').first()).toHaveAttribute('d', /^M/)
})

test('where nothing that draws can be fetched, the figure says so and stands', async ({
  page,
  baseURL,
}) => {
  await page.goto(baseURL + widget)
  await page.locator('.lab[data-hydrated]').waitFor()
  expect(standIn).not.toEqual([])
  for (const file of [...uplot, ...standIn])
    await page.route(`**/${file}`, (route) => route.abort())
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(page.getByRole('alert').getByText('A part of this page did not load')).toBeVisible()
  await expect(page.locator('.chart-static:visible').first()).toBeVisible()
})

test('charts are read with the arrow keys', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}widgets/softmax-mixer/`)
  await page.locator('.lab[data-hydrated]').waitFor()
  const slider = page.getByRole('slider', { name: 'temperature' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.chart-frame').first()).toHaveAttribute('data-live', '')
  const bars = page.getByRole('img', { name: 'Outputs', exact: true })
  await bars.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'class: 2' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.chart-readout')).toHaveCount(0)
})
