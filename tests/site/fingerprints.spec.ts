/**
 * The results in the book. A fingerprint may change only together with its experiment's `version` and with
 * its line in tests/golden/fingerprints.json.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { html, sites } from './sites.ts'

const known: Record<string, string[]> = JSON.parse(
  readFileSync('tests/golden/fingerprints.json', 'utf8'),
)

for (const [page, fingerprints] of Object.entries(known)) {
  test(`${page} has the fingerprints of its figures`, () => {
    const found = html(sites.root, page.slice(1)).matchAll(/data-fingerprints="([^"]*)"/g)
    expect([...found].map(([, prints]) => prints)).toEqual(fingerprints)
  })
}
