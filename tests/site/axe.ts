/** Accessibility violations of a page in its current state, found by axe. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose results may depend on colours and width. */
const rulesOfLook = ['color-contrast', 'link-in-text-block', 'target-size']

/** All rules over a part of the page, or only those of its look. */
export async function violations(
  tab: Page,
  { part = 'html', ofLook = false } = {},
): Promise<string[]> {
  // Listing only violations and skipping frames, which no page has, saves two thirds of the time.
  const axe = new AxeBuilder({ page: tab })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .include(part)
  // KaTeX's visual output is hidden from assistive technology, and is most of a chapter's elements.
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
