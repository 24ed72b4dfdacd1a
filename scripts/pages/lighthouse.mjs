/** Lighthouse with its mobile preset: the median of several runs of one address. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inRoot, projectNode } from '../run.mjs'

const program = inRoot('bench', 'node_modules', 'lighthouse', 'cli', 'index.js')
const flags = '--headless=new --no-sandbox --disable-quic --disable-background-networking'

/** Scores are from 0 to 100, times in milliseconds, layout shift is unitless. */
export async function lighthouse(address, { runs, chromium }) {
  const reports = []
  for (let run = 0; run < runs; run++) reports.push(await report(address, chromium))
  const score = (name) =>
    median(reports.map(({ categories }) => Math.round(100 * categories[name].score)))
  const value = (name) => median(reports.map(({ audits }) => audits[name].numericValue))
  const failed = Object.values(reports[0].audits)
    .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
    .map(({ id }) => id)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    shift: value('cumulative-layout-shift'),
    largestPaint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    failed,
  }
}

async function report(address, chromium) {
  const args = [program, address, '--output=json', '--quiet', `--chrome-flags=${flags}`]
  const { stdout } = await promisify(execFile)(projectNode(), args, {
    maxBuffer: 2 ** 28,
    env: { ...process.env, CHROME_PATH: chromium },
  })
  return JSON.parse(stdout)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}
