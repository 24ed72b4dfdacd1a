/** Chromium through Playwright, as in the browser tests. */
import { browserArgs } from '../browser.mjs'

export async function openChromium(program) {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({
    ...(program && { executablePath: program }),
    args: browserArgs,
  })
  const page = await browser.newPage()
  return {
    version: `Chromium ${browser.version()}`,
    open: (url) => page.goto(url, { waitUntil: 'load' }),
    evaluate: (task) => page.evaluate(task),
    close: () => browser.close(),
  }
}
