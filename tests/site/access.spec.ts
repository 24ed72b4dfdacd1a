/** No violation of an accessibility rule on any page, light and dark, on a phone and on a desk. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { pages } from './sites.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const page of pages)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1440])
      test(`/${page} is accessible, ${colorScheme}, ${width} px`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
        const tab = await context.newPage()
        await tab.goto(baseURL + page, { waitUntil: 'load' })
        const { violations } = await new AxeBuilder({ page: tab }).withTags(rules).analyze()
        await context.close()
        expect(violations.flatMap(inWords)).toEqual([])
      })

interface Violation {
  id: string
  help: string
  nodes: { target: unknown; failureSummary?: string }[]
}

function inWords({ id, help, nodes }: Violation): string[] {
  return nodes.map((node) => `${id}: ${help}\n${String(node.target)}\n${node.failureSummary ?? ''}`)
}
