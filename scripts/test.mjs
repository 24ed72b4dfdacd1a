#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, runs every stage though one fails, and adds up.
 * `npm test -- unit lint` runs only the stages named. The last line has the totals of all runners.
 */
import { findBrowser } from './browser.mjs'
import { build, buildIfChanged } from './build.mjs'
import { install } from './install.mjs'
import { playwrightTotals, reportFile, vitestTotals } from './report.mjs'
import { inRoot, main, projectNode, run, runScript, UserError } from './run.mjs'
import { freePort } from './serve.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }
const base = '/where-gradients-go/'
/** The second as it is deployed: at an address that it knows. */
const sites = [
  [inRoot('.cache', 'site'), '/', ''],
  [inRoot('.cache', 'site-base', base), base, 'https://example.org'],
]

const stages = {
  types: () => one(runScript('astro/bin/astro.mjs', ['check'])),
  lint: lintTests,
  lock: () => one(run(projectNode(), [inRoot('scripts', 'lock-complete.mjs')])),
  unit: unitTests,
  build: () => one(forEachSite(build)),
  browser: browserTests,
}

await main(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !Object.hasOwn(stages, name))
  if (unknown.length > 0)
    throw new UserError(
      `No stage ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`,
    )

  const results = [await timed('install', install)]
  for (const [name, stage] of Object.entries(stages)) {
    if (results[0].failed > 0) break
    if (wanted.length === 0 || wanted.includes(name)) results.push(await timed(name, stage))
  }
  process.exitCode = summary(results) ? 0 : 1
})

/** Form and common faults, then what nothing uses: both say what they found, though the first fails. */
async function lintTests() {
  return add([
    await one(runScript('@biomejs/biome/bin/biome', ['check'])),
    await one(runScript('knip/bin/knip.js', [])),
  ])
}

async function unitTests() {
  const file = reportFile('unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = await runScript('vitest/vitest.mjs', ['run', ...reporters])
  return vitestTotals(file, status)
}

async function browserTests() {
  if ((await forEachSite(buildIfChanged)) !== 0) throw new UserError('No build to test.')
  const file = reportFile('browser.json')
  const sitePort = await freePort(4331)
  const env = {
    CHROMIUM: await findBrowser({ shell: true }),
    SITE_PORT: String(sitePort),
    SITE_BASE_PORT: String(await freePort(sitePort + 1)),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  }
  const status = await runScript('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env,
  })
  return playwrightTotals(file, status)
}

async function forEachSite(builder) {
  for (const site of sites) {
    const status = await builder(...site)
    if (status !== 0) return status
  }
  return 0
}

/** A stage without tests of its own counts as one. */
async function one(status) {
  const passed = (await status) === 0
  return { ...none, passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

async function timed(name, stage) {
  console.log(`\n── ${name} ──`)
  const from = performance.now()
  const totals = await stage().catch((error) => {
    console.error(error instanceof UserError ? error.message : error)
    return one(1)
  })
  return { name, ...none, ...totals, seconds: (performance.now() - from) / 1000 }
}

/** Says how each stage went and, in the last line, the sum. True if nothing failed. */
function summary(results) {
  console.log('')
  for (const { name, seconds, ...totals } of results) {
    console.log(`${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   ${formatTotals(totals)}`)
  }
  const sum = add(results)
  console.log(`\n${formatTotals(sum)}`)
  return sum.failed === 0
}

function add(results) {
  const sum = { ...none }
  for (const totals of results) for (const key in sum) sum[key] += totals[key]
  return sum
}

function formatTotals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
