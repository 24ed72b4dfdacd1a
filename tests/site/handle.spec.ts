/** The handle of a chart: dragged with the mouse, moved from the keyboard. */
import { expect, type Locator, type Page, test } from '@playwright/test'

async function open(page: Page, address: string) {
  await page.goto(address)
  await page.locator('.lab[data-hydrated]').first().waitFor()
  return {
    z: page.getByRole('textbox', { name: 'pre-activation z' }).first(),
    slider: page.getByRole('slider', { name: 'pre-activation z' }).first(),
    status: page.locator('.status').first(),
    chart: page.locator('.chart-frame').first(),
  }
}

/** Places across a chart, as shares of its width, at half its height. */
async function places(chart: Locator) {
  const box = await chart.boundingBox()
  if (!box) throw new Error('expected the chart to be on screen')
  return (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const
}

test('the handle follows the pointer, stays in the plot, and can be released', async ({
  page,
  baseURL,
}) => {
  const { z, status, chart } = await open(page, `${baseURL}sigmoid-saturation/`)
  await expect(z).toHaveValue('4')
  const at = await places(chart)
  await page.mouse.move(...at(0.6))
  await expect(chart).toHaveAttribute('data-live', '')
  await page.mouse.down()
  await page.mouse.move(...at(0.3), { steps: 5 })
  await expect(status).toContainText(/at z = −[34]/)
  await page.mouse.move(...at(-0.5), { steps: 5 })
  await expect(z).toHaveValue('-8')
  await page.mouse.up()
  await page.mouse.move(...at(0.5), { steps: 5 })
  await expect(z).toHaveValue('-8')
})

test('from the keyboard it goes step by step', async ({ page, baseURL }) => {
  const { z, slider, status } = await open(page, `${baseURL}widgets/activation-plot/?v=1&z=1`)
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(z).toHaveValue('1.05')
  await expect(status).toContainText('at z = 1.05')
})

test('what is pinned moves along, so that curves are compared at one z', async ({
  page,
  baseURL,
}) => {
  const { z, status } = await open(page, `${baseURL}widgets/activation-plot/`)
  await page.getByRole('button', { name: 'Pin to compare' }).click()
  await page.getByRole('combobox', { name: 'activation' }).selectOption('tanh')
  await z.fill('-1.5')
  await z.press('Enter')
  await expect(status).toContainText('tanh at z = −1.5')
  await expect(status).toContainText('sigmoid at z = −1.5')
})
