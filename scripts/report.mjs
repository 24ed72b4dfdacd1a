/** Reads totals from the test runners' JSON reports. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot } from './run.mjs'

/** The path of a report; deletes an old one, so that it is never mistaken for a missing new one. */
export function reportFile(name) {
  const file = inRoot('.cache', name)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

export function vitestTotals(file, status) {
  const report = read(file)
  if (!report) return nothing
  // A test file that fails to load has no failed tests of its own: it counts as one failure.
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some(isFailed),
  )
  return withExitStatus(status, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** Flaky tests count as failed. */
export function playwrightTotals(file, status) {
  const stats = read(file)?.stats
  if (!stats) return nothing
  return withExitStatus(status, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })
}

/** No report means that the runner crashed. */
const nothing = { passed: 0, failed: 1, skipped: 0 }
const isFailed = (test) => test.status === 'failed'

/** A runner that exits with an error, or ran no tests, counts as a failure even without a failed test. */
function withExitStatus(status, totals) {
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
