/** A Chromium for the tests: one that is there, else Playwright's, else Debian's. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, runScript, UserError } from './run.mjs'

/** The browser keeps to itself: no updates, no reports, so that a request to elsewhere is the site's. */
export const browserArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** What readers have. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/**
 * The same engine without windows, which Playwright's own is too. A whole browser without a screen takes
 * twice the processor, and on a busy machine it has been seen to stop drawing a page for good.
 */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']

/**
 * The path of a browser that starts, or '' for Playwright's own.
 * Measurements take a whole one, as readers do; tests are content with its engine: `shell`.
 */
export async function findBrowser({ shell = false } = {}) {
  const names = shell ? [...shells, ...browsers] : browsers
  const tried = []
  const chosen = process.env.CHROMIUM
  for (const path of chosen ? [chosen] : onPath(names)) {
    if (await starts(path, tried)) return path
  }
  if (chosen)
    throw new UserError(`CHROMIUM names ${chosen}, which does not start.\n${tried.join('\n')}`)
  if (await starts('', tried)) return ''

  announce('downloads Playwright’s Chromium into Playwright’s own cache')
  await runScript('@playwright/test/cli.js', ['install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  if (await starts('', tried)) return ''

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    announce('installs Debian’s Chromium for the whole system, with apt-get, since you are root')
    await run('apt-get', ['update'])
    // The first of each list is the package's name too.
    for (const name of shell ? [shells[0], browsers[0]] : [browsers[0]]) {
      const packages = [name, 'fonts-liberation']
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })
      for (const path of onPath([name])) if (await starts(path, tried)) return path
    }
  }
  throw new UserError(
    'No browser for the browser tests. Install Chromium or Google Chrome, or name one: ' +
      `CHROMIUM=/path/to/chromium npm test\n${tried.join('\n')}`,
  )
}

/** Nobody should find a program on their system and not know who put it there. */
function announce(what) {
  console.log(
    `No browser that starts was found, and the pages need one: this now ${what}. ` +
      'To use your own, stop and set CHROMIUM=/path/to/chromium.',
  )
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync)
}

/** A browser that is there may still lack a library: only starting it tells. */
async function starts(path, tried) {
  const { chromium } = await import('@playwright/test')
  try {
    const where = path ? { executablePath: path } : {}
    const browser = await chromium.launch({ ...where, args: browserArgs, timeout: 30_000 })
    await browser.close()
    return true
  } catch (error) {
    const reason = String(error.message).split('\n')[0]
    tried.push(`  ${path || 'Playwright’s own'}: ${reason}`)
    return false
  }
}
