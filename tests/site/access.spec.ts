/** No violation of an accessibility rule on any page, light on a phone and dark on a desk. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { pages } from './sites.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1440 },
] as const

for (const page of pages)
  for (const { colorScheme, width } of looks)
    test(`/${page} is accessible, ${colorScheme}, ${width} px`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const tab = await context.newPage()
      await tab.goto(baseURL + page, { waitUntil: 'load' })
      // KaTeX's drawing of a formula is hidden from readers' tools, and most of a chapter's elements.
      const axe = new AxeBuilder({ page: tab }).withTags(rules).exclude('.katex-html')
      const { violations } = await axe.analyze()
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
