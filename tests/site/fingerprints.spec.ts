/**
 * The numbers of the book. A fingerprint is a contract: it changes only with its experiment's `version`, and
 * then its line in tests/golden/fingerprints.json changes with it.
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
