#!/usr/bin/env node
/**
 * `npm run engines`: runs every widget to its end in each installed engine, and compares its fingerprints with
 * those that Node computed for the build.
 * `npm run engines -- firefox phase-map` takes only the engines and widgets named.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildIfChanged } from './build.mjs'
import { openChromium } from './engines/chromium.mjs'
import { openFirefox } from './engines/firefox.mjs'
import { runWidget } from './engines/page.mjs'
import { openWebKit } from './engines/webkit.mjs'
import { install } from './install.mjs'
import { inRoot, main, UserError } from './run.mjs'
import { answers, freePort, serve } from './serve.mjs'

const engines = {
  chromium: { find: findBrowser, open: openChromium },
  firefox: { find: () => onPath('firefox', 'firefox-esr'), open: openFirefox },
  webkit: { find: () => onPath('WebKitWebDriver'), open: openWebKit },
}

await main(async () => {
  await install()
  const folder = inRoot('.cache', 'site')
  if ((await buildIfChanged(folder, '/')) !== 0)
    throw new UserError('The build failed, so there is nothing to run; its message is above.')
  // Widgets that only analyse a reader's log have no fingerprint.
  const widgets = globSync('widgets/*/index.html', { cwd: folder })
    .filter((file) => readFileSync(join(folder, file), 'utf8').includes('data-fingerprints='))
    .map((file) => basename(dirname(file)))
    .sort()
  const words = process.argv.slice(2)
  const all = [...Object.keys(engines), ...widgets]
  const unknown = words.filter((word) => !all.includes(word))
  if (unknown.length > 0)
    throw new UserError(
      `expected engines or widgets among ${all.join(', ')}; got "${unknown.join(', ')}".`,
    )
  const named = (list) => (list.some((one) => words.includes(one)) ? words : list)

  const port = await freePort(4341)
  const server = serve(folder, port)
  const address = `http://localhost:${port}/widgets/`
  await answers(address)
  const totals = { passed: 0, failed: 0 }
  for (const [name, engine] of Object.entries(engines)) {
    if (!named(Object.keys(engines)).includes(name)) continue
    const program = await engine.find()
    if (program === undefined) {
      console.log(`${name}: not installed, skipped`)
      continue
    }
    const browser = await engine.open(program)
    console.log(`\n${browser.version}`)
    for (const widget of widgets.filter((widget) => named(widgets).includes(widget)))
      totals[await judge(browser, address, widget)]++
    await browser.close()
  }
  server.kill()
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0
})

async function judge(browser, address, widget) {
  try {
    await browser.open(`${address}${widget}/`)
    const { built, found, hasEnded } = await browser.evaluate(runWidget)
    if (!hasEnded) throw new Error('did not finish')
    if (found !== built)
      throw new Error(`expected the fingerprints of the build, ${built}, got ${found}`)
    console.log(`  ✓ ${widget} ${found}`)
    return 'passed'
  } catch (error) {
    console.log(`  ✗ ${widget} ${error.message}`)
    return 'failed'
  }
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}
