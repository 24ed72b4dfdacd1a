/** Hostile links, invalid input and wrong files cause nothing but a notice. */
import { expect, type Page, test } from '@playwright/test'

test.describe.configure({ timeout: 120_000 })

/** Of each kind one: the frame is the same for all, and what a link may say is tested for all without a browser. */
const widgets = [
  'widgets/gradient-flow/',
  'widgets/chain-product/',
  'widgets/phase-map/',
  'widgets/diagnosis/',
  'embed/tiny-cnn/',
]
/** Invalid values for parameters of the widgets above. */
const query = [
  'v=2&depth=1e999&depth=%EF%BC%91%EF%BC%92&steps=NaN&duration=-1e400&learningRate=1,5&width=',
  'weightSeed=-1&batchSeed=1e-400&activation=__proto__&optimizer=constructor&band=maybe',
  '__proto__=1&constructor=2&toString=3&weights=1,,2&preActivations=1,2,x&z=%F0%9F%98%80',
  'pin=pin%3Dpin%253D1&pin=depth%3DInfinity&pin=%FF&pin=v%3D2&pin=&pin=',
  `%E0%A4%A=%&<img src=x onerror=alert(1)>=1&${'x'.repeat(4000)}=${'9'.repeat(2000)}`,
].join('&')

for (const widget of widgets) {
  test(`/${widget} takes a link of garbage as a list of mistakes`, async ({ page, baseURL }) => {
    const errors = listen(page)
    await open(page, `${baseURL}${widget}?${query}`)
    // The widget that reads a log has nothing to set.
    if (!widget.endsWith('/diagnosis/')) {
      const notice = page.locator('.notice[role=alert]')
      await expect(notice).toContainText('This link is of version 2, and the page reads version 1.')
      expect(await notice.locator('p').count()).toBe(10)
    }
    expect(await badFields(page)).toEqual([])
    expect(await page.locator('.lab img').count()).toBe(0)
    expect(errors).toEqual([])
  })
}

const bad = ['', '   ', 'abc', '1e400', '-1e9', 'NaN', '１２', '1.2.3', '1,2,3', '9'.repeat(5000)]

for (const [widget, labels] of [
  ['widgets/gradient-flow/', ['depth', 'learning rate η']],
  ['widgets/chain-product/', ['1']],
  ['widgets/activation-plot/', []],
] as const) {
  test(`/${widget} refuses what its fields cannot hold`, async ({ page, baseURL }) => {
    const errors = listen(page)
    await open(page, `${baseURL}${widget}`)
    for (const details of await page.locator('.settings details').all()) {
      await details.locator('summary').click()
    }
    const all = page.locator('.controls input[type=text]')
    const fields = labels.length > 0 ? labels : undefined
    for (let i = 0; i < (await all.count()); i++) {
      const field = all.nth(i)
      const id = (await field.getAttribute('id')) ?? ''
      const name = (await page.locator(`label[for="${id}"]`).textContent()) ?? ''
      if (fields && !fields.some((label) => label === name)) continue
      const before = await field.inputValue()
      for (const text of bad) {
        await field.fill(text)
        await field.press('Enter')
        await expect(field).toHaveValue(before)
        await expect(page.locator('.notice[role=alert]')).toContainText('expected')
      }
    }
    expect(await badFields(page)).toEqual([])
    expect(errors).toEqual([])
  })
}

test('a decimal comma is a decimal sign, in a list too', async ({ page, baseURL }) => {
  await open(page, `${baseURL}widgets/chain-product/`)
  const entries = page.locator('.list-control').first().getByRole('textbox')
  const count = await entries.count()
  await entries.first().fill('1,5')
  await entries.first().press('Enter')
  await expect(entries.first()).toHaveValue('1.5')
  expect(await entries.count()).toBe(count)
})

test('a file that is no log is told from a log, whatever it is', async ({ page, baseURL }) => {
  const errors = listen(page)
  await open(page, `${baseURL}widgets/diagnosis/`)
  const give = (name: string, content: Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  const notice = page.getByRole('alert')
  const sample = (await page.locator('.status').first().textContent()) ?? ''

  await give('card.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb0', 'latin1'))
  await expect(notice).toContainText('Expected text (CSV, JSON or JSON lines)')
  await give('empty.csv', Buffer.alloc(0))
  await expect(notice).toContainText('Nothing could be read there')
  await expect(page.locator('.status').first()).toHaveText(sample)
  await give(
    'excel.txt',
    Buffer.from('\ufeffstep\ta\tb\r\n0\t0,0001\t1\r\n1\t0,0001\t1', 'utf16le'),
  )
  await expect(page.locator('.status').first()).toContainText('2 layers, 2 steps. Vanishing.')
  await expect(notice).toHaveCount(0)
  await give('diverged.jsonl', Buffer.from('{"step":0,"a":1,"b":1}\n{"step":1,"a":NaN,"b":inf}\n'))
  await expect(page.locator('.status').first()).toContainText('Not finite.')
  await give('headless.csv', Buffer.from('0,1e-7,0.5\n1,2e-7,0.25\n'))
  await expect(notice).toContainText('Line 1: expected the names of the columns')
  await give('zeros.csv', Buffer.from('step,a,b\n0,0,0\n1,0,0\n'))
  await expect(page.locator('.status').first()).toContainText('Dead.')
  expect(errors).toEqual([])
})

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('.lab[data-hydrated]').waitFor()
}

function listen(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('dialog', (dialog) => errors.push(dialog.message()))
  return errors
}

/** The fields that show no number where one should stand, and sliders out of their range. */
function badFields(page: Page): Promise<string[]> {
  return page.locator('.controls input').evaluateAll((inputs) =>
    (inputs as HTMLInputElement[]).flatMap((input) => {
      const { value, type, min, max } = input
      const isNumber = value !== '' && Number.isFinite(Number(value))
      const isWithin = type !== 'range' || (+value >= +min && +value <= +max)
      return isNumber && isWithin ? [] : [`${input.id} ${type} ${value}`]
    }),
  )
}
