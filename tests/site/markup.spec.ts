/** Every page is valid HTML. */
import { expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { html, pages, sites } from './sites.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  elements: [
    'html5',
    {
      // Astro wraps each island in an element of its own, which holds whatever its place allows.
      'astro-island': { flow: true, phrasing: true, transparent: true },
      'astro-slot': { flow: true, phrasing: true, transparent: true },
    },
  ],
  rules: {
    // Matters of style, not of validity.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // All scripts come from the site itself, under a content security policy.
    'require-sri': 'off',
  },
})

/** Astro puts this before a page's first island, wherever that is; only a head may hold a style. */
const islandStyle = /<style>astro-island[^<]*<\/style>/

for (const page of pages) {
  test(`/${page} is valid HTML`, async () => {
    const report = await validator.validateString(html(sites.root, page).replace(islandStyle, ''))
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(
        (m) =>
          `${m.line}:${m.column} ${m.ruleId}: ${m.message}${m.selector ? ` (${m.selector})` : ''}`,
      ),
    )
    expect(faults).toEqual([])
  })
}

test('the theme and what catches early presses block, and come before any other script', () => {
  for (const page of pages) {
    const scripts = [...html(sites.root, page).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts[0], page).toMatch(/^<script src="\/_astro\/theme\.[\w-]+\.js">$/)
    expect(scripts[1], page).toMatch(/^<script src="\/_astro\/pre-hydration\.[\w-]+\.js">$/)
  }
})
