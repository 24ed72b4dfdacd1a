/** What axe finds wrong in a page as it stands, in words. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer may change with colours and width alone. */
const rulesOfLook = ['color-contrast', 'link-in-text-block', 'target-size']

/** All rules over a part of the page, or only those of its look. */
export async function violations(
  tab: Page,
  { part = 'html', ofLook = false } = {},
): Promise<string[]> {
  // Whatever passes is not listed, and no page has frames: together that is two thirds of the time.
  const axe = new AxeBuilder({ page: tab })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .include(part)
  // KaTeX's drawing of a formula is hidden from readers' tools, and most of a chapter's elements.
  axe.exclude('.katex-html')
  // The rows of a data table are alike, and there are many.
  axe.exclude('.lab tbody tr:nth-child(n + 3)')
  const chosen = ofLook ? axe.withRules(rulesOfLook) : axe.withTags(tags)
  return (await chosen.analyze()).violations.flatMap(describeViolation)
}

interface Violation {
  id: string
  help: string
  nodes: { target: unknown; failureSummary?: string }[]
}

function describeViolation({ id, help, nodes }: Violation): string[] {
  return nodes.map((node) => `${id}: ${help}\n${String(node.target)}\n${node.failureSummary ?? ''}`)
}
