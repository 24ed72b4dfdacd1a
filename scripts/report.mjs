/** Reads the true totals out of the runners' own reports. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot } from './run.mjs'

/** A fresh place for a report, so that an old one is never read in place of a missing one. */
export function reportFile(name) {
  const file = inRoot('.cache', name)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

export function vitestTotals(file, status) {
  const report = read(file)
  if (!report) return nothing
  // A file that cannot be loaded has no tests that could fail: it counts as one failure itself.
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some(isFailed),
  )
  return honest(status, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** A test that passes only at a second attempt has failed. */
export function playwrightTotals(file, status) {
  const stats = read(file)?.stats
  if (!stats) return nothing
  return honest(status, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })
}

/** No report means that the runner broke down. */
const nothing = { passed: 0, failed: 1, skipped: 0 }
const isFailed = (test) => test.status === 'failed'

/** A runner that ends badly, or ran nothing, has failed even if no test of its own says so. */
function honest(status, totals) {
  const broken = totals.failed === 0 && (status !== 0 || totals.passed === 0)
  return broken ? { ...totals, failed: 1 } : totals
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
