#!/usr/bin/env node
/**
 * `npm run bench:pages`: Lighthouse for each kind of page, main-thread load of the widgets that train for long,
 * heap growth after a hundred resets, and build time with more chapters. Prints and writes JSON; `--save` puts
 * it where /performance/ shows it. `--runs 1` makes it shorter.
 */
import { cpus, loadavg, release, type } from 'node:os'
import { parseArgs } from 'node:util'
import { browserArgs, findBrowser } from './browser.mjs'
import { buildIfChanged } from './build.mjs'
import { install } from './install.mjs'
import { heapAfterCycles, shareOutOfSight, sliderToChart, whileTraining } from './pages/at-work.mjs'
import { buildSeconds } from './pages/builds.mjs'
import { compressedCopy } from './pages/compressed.mjs'
import { lighthouse } from './pages/lighthouse.mjs'
import { inRoot, main, npm, projectNode, start, UserError } from './run.mjs'
import { answers, freePort } from './serve.mjs'
import { writeResults } from './write-results.mjs'

const { values: options } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
})

/** One of each kind, the chapter with the most in it, and the one that is slowest to show. */
const kinds = [
  '',
  'vanishing-gradients/',
  'depth/',
  'relu-family/',
  'widgets/gradient-flow/',
  'embed/gradient-flow/',
  'widgets/',
  'claims/',
  'cheat-sheet/',
  'glossary/',
  'search/',
  'performance/',
]

/** Runs long enough to measure; one that ends earlier is restarted. */
const runs = {
  'gradient-flow': 'depth=50&width=64&steps=2000',
  'softmax-classifier': 'dataset=digits&steps=2000',
  'activation-race': 'depth=50&steps=1000',
  'dying-relu': 'width=128&examples=1797&steps=1000',
  'skip-connections': 'depth=50&steps=1000',
  'tiny-cnn': 'steps=1000',
  'phase-map': 'depth=50&width=64&resolution=32',
  pretraining: '',
}

await main(async () => {
  await install()
  await npm('ci', '--prefix', inRoot('bench'), '--ignore-scripts', '--no-audit', '--no-fund')
  const site = inRoot('.cache', 'site')
  if ((await buildIfChanged(site, '/')) !== 0)
    throw new UserError('The build failed, so there is nothing to measure; its message is above.')
  const served = inRoot('.cache', 'site-compressed')
  compressedCopy(site, served)
  const port = await freePort(4351)
  const sirv = inRoot('node_modules', 'sirv-cli', 'bin.js')
  const server = start(projectNode(), [sirv, served, '--gzip', '--etag', '--quiet'], {
    env: { PORT: String(port), HOST: 'localhost' },
  })
  const address = `http://localhost:${port}/`
  await answers(address)
  const executablePath = await findBrowser()
  const load = Number(loadavg()[0].toFixed(1))

  const pages = []
  for (const kind of kinds) {
    pages.push({
      page: `/${kind}`,
      ...(await lighthouse(address + kind, {
        runs: Number(options.runs),
        chromium: executablePath,
      })),
    })
    console.log(pages.at(-1))
  }

  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: browserArgs,
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const widgets = []
  for (const [widget, query] of Object.entries(runs)) {
    const at = `${address}widgets/${widget}/?v=1&${query}`
    widgets.push({ widget, ...(await whileTraining(browser, page, at)) })
    console.log(widgets.at(-1))
  }
  const flow = `${address}widgets/gradient-flow/`
  const others = {
    slider: await sliderToChart(page, flow),
    outOfSight: await shareOutOfSight(browser, page, `${address}vanishing-gradients/`),
    heap: await heapAfterCycles(page, flow),
  }
  console.log(others)
  const version = browser.version()
  await browser.close()
  server.kill()
  const builds = await buildSeconds([0, 12, 50, 200])
  console.log(builds)
  const result = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0].model.trim()}, ${cpus().length} cores, ${type()} ${release().split('-')[0]}`,
    browser: `Chromium ${version}`,
    load,
    runs: Number(options.runs),
    pages,
    widgets,
    ...others,
    builds,
  }
  await writeResults('pages', result, { digits: 3, save: options.save })
})
