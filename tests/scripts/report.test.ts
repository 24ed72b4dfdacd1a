/** The totals of `npm test` must not hide failures. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playwrightTotals, vitestTotals } from '../../scripts/report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'report-'))

function file(report: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

const unit = (passed: number, failed: number, suites: unknown[] = []) =>
  file({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: suites,
  })
const browser = (expected: number, unexpected: number, flaky = 0) =>
  file({ stats: { expected, unexpected, flaky, skipped: 2 } })

describe('Vitest', () => {
  test('its totals are taken as they are', () =>
    expect(vitestTotals(unit(5, 2), 1)).toEqual({ passed: 5, failed: 2, skipped: 2 }))

  test('a file that cannot be loaded is a failure', () =>
    expect(vitestTotals(unit(5, 0, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(
      1,
    ))

  test('a file with a failed test is counted once', () => {
    const suite = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(vitestTotals(unit(5, 1, [suite]), 1).failed).toBe(1)
  })
})

describe('Playwright', () => {
  test('its totals are taken as they are', () =>
    expect(playwrightTotals(browser(5, 2), 1)).toEqual({ passed: 5, failed: 2, skipped: 2 }))

  test('a test that passes only at a second attempt has failed', () =>
    expect(playwrightTotals(browser(5, 0, 1), 0).failed).toBe(1))
})

describe.each([
  ['Vitest', vitestTotals, unit],
  ['Playwright', playwrightTotals, browser],
] as const)('%s', (_, totals, report) => {
  test('no report is a failure', () =>
    expect(totals(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 }))

  test('no test at all is a failure', () => expect(totals(report(0, 0), 0).failed).toBe(1))

  test('a bad end without a failed test is a failure', () =>
    expect(totals(report(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 }))
})
