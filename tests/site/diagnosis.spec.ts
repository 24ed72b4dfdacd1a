/** The diagnosis widget with logs that are pasted, dropped or chosen, and with invalid ones. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'

test.describe.configure({ timeout: 120_000 })

async function open(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(`${baseURL}widgets/diagnosis/`)
  await page.locator('.lab[data-hydrated]').waitFor()
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Your log' })
const finding = (page: Page) => page.locator('.status').first()
const csv = (rows: string[]) => ['step,a,b,c', ...rows].join('\n')

test('a log that PyTorch wrote gets its verdict when it is chosen as a file @base', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL)
  for (const name of ['exploding', 'healthy', 'vanishing']) {
    await page.locator('input[type=file]').setInputFiles(`tests/golden/logs/${name}.csv`)
    const verdict = `${name.charAt(0).toUpperCase()}${name.slice(1)}.`
    await expect(finding(page)).toContainText(verdict)
    await expect(page.locator('.status').first()).toContainText('40 steps')
  }
  await expect(page.getByRole('rowheader', { name: '16.weight' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Gradient norm by layer and step' })).toBeVisible()
})

test('typed text is read, and clearing brings the sample back', async ({ page, baseURL }) => {
  await open(page, baseURL)
  const sample = await finding(page).textContent()
  await field(page).fill(csv(['0,0.0001,0.01,1', '1,0.0001,0.01,1']))
  await expect(finding(page)).toContainText('In a: the gradient is 10,000 times weaker')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(finding(page)).toHaveText(sample ?? '')
})

test('a dropped file is read', async ({ page, baseURL }) => {
  await open(page, baseURL)
  const text = readFileSync('tests/golden/logs/exploding.csv', 'utf8')
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'log.csv'))
    return data
  }, text)
  await page.locator('.log-input').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(finding(page)).toContainText('Exploding.')
})

test('bad input names the line, what was expected and what came; the rest is used', async ({
  page,
  baseURL,
}) => {
  await open(page, baseURL)
  await field(page).fill(csv(['0,1,1,1', '1,oops,1,1', 'x,1,1,1', '3,1,1']))
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('Line 3: expected a number, came “oops”.')
  await expect(notice).toContainText('Line 4: expected the number of a step, came “x”.')
  await expect(notice).toContainText('Line 5: expected as many cells as the header has names')
  await expect(finding(page)).toContainText('Healthy.')
  await field(page).fill('{"a": ')
  await expect(notice).toContainText('could not be read as a log')
  await expect(page.locator('.findings')).toHaveCount(0)
})

test('what stands in a file is text, never markup', async ({ page, baseURL }) => {
  await open(page, baseURL)
  await field(page).fill('step,<img src=x onerror=alert(1)>,b\n0,1e-9,1\n1,<b>x</b>,1')
  await expect(page.getByRole('rowheader', { name: '<img src=x' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('came “<b>x</b>”')
  expect(await page.locator('.lab img, .notice b').count()).toBe(0)
})

test('a file of 100,000 rows is read, in slices', async ({ page, baseURL }) => {
  await open(page, baseURL)
  // Created in the page, because transferring it would itself be a long task.
  await page.evaluate(() => {
    const norms = (step: number) => [0, 1, 2, 3, 4].map((l) => (4 ** l / (step + 9)).toPrecision(9))
    const rows = Array.from({ length: 100_000 }, (_, step) => `${step},2.3,${norms(step)}`)
    const data = new DataTransfer()
    data.items.add(new File([`step,loss,l0,l1,l2,l3,l4\n${rows.join('\n')}`], 'long.csv'))
    const longest = { ms: 0 }
    Object.assign(window, { longest, data })
  })
  await page.evaluate(() => {
    const { longest, data } = window as unknown as { longest: { ms: number }; data: DataTransfer }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
    }).observe({ type: 'longtask' })
    const field = document.querySelector('.log-input')
    field?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
  })
  await expect(page.locator('.status').first()).toContainText('100000 steps', { timeout: 60_000 })
  await expect(finding(page)).toContainText('Vanishing.')
  const longest = await page.evaluate(
    () => (window as unknown as { longest: { ms: number } }).longest.ms,
  )
  // Reported, not asserted: tasks take longer on a shared machine.
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` })
})
