/** Transfer size of each page, with every module it loads, against the budgets. */
import { expect, test } from '@playwright/test'
import { modulesFrom, workersIn } from './modules.ts'
import { files, html, kilobytes, pages, read, sites } from './sites.ts'

const site = sites.root
/** A figure that is run may fetch what draws it: at rest it does without. */
const budget = { textScript: 8, restingScript: 36, widgetScript: 60, styles: 15, worker: 20 }

for (const page of pages) {
  test(`/${page} keeps to its budget`, async () => {
    const source = html(site, page)
    const { loaded, later } = modulesFrom(site, entries(source))
    const script = total(loaded) + kilobytes(inline(source, 'script'))
    const styles = kilobytes(withoutKatex(stylesheets(source) + inline(source, 'style')))
    test.info().annotations.push({
      type: 'weight',
      description: `script ${script.toFixed(1)} kB (on demand ${total(later).toFixed(1)}), styles ${styles.toFixed(1)} kB`,
    })
    const hasWidgets = source.includes('<astro-island')
    expect(script).toBeLessThanOrEqual(hasWidgets ? budget.restingScript : budget.textScript)
    if (hasWidgets)
      expect(script + total(drawing(loaded, later))).toBeLessThanOrEqual(budget.widgetScript)
    expect(styles).toBeLessThanOrEqual(budget.styles)
  })
}

test('the worker is a file of its own, and small with any one experiment', async () => {
  const scripts = files(site.served).filter((file) => file.endsWith('.js'))
  const workers = [...new Set(scripts.flatMap((file) => workersIn(site, `/${file}`)))]
  expect(workers).not.toEqual([])
  for (const worker of workers) {
    const { loaded, later } = modulesFrom(site, [worker])
    const experiments = later.filter((module) => !isData(module))
    expect(experiments.length).toBeGreaterThan(10)
    const weights = experiments.map((experiment) => ({
      experiment,
      weight: total(modulesFrom(site, [worker, experiment]).loaded),
    }))
    weights.sort((a, b) => b.weight - a.weight)
    const [heaviest] = weights
    test.info().annotations.push({
      type: 'weight',
      description: `${worker} ${total(loaded).toFixed(1)} kB, with ${heaviest?.experiment} ${heaviest?.weight.toFixed(1)} kB`,
    })
    for (const { experiment, weight } of weights)
      expect(weight, experiment).toBeLessThanOrEqual(budget.worker)
  }
})

/** What the first live chart fetches besides. */
function drawing(loaded: readonly string[], later: readonly string[]): string[] {
  const live = later.filter((module) => /\/live\./.test(module))
  expect(live).toHaveLength(1)
  return modulesFrom(site, live).loaded.filter((module) => !loaded.includes(module))
}

/** The digits are content, fetched by the runs that learn from them. */
const isData = (module: string): boolean => /\/digits[-.][^/]*$/.test(module)

/** The modules that a page's own markup asks for: scripts, preloads, and its islands' parts. */
function entries(source: string): string[] {
  const patterns = [
    /<script[^>]*\ssrc="([^"]+)"/g,
    /<link(?=[^>]*rel="modulepreload")[^>]*\shref="([^"]+)"/g,
    /\s(?:component|renderer|before-hydration)-url="([^"]+)"/g,
  ]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((found) => found[1] ?? ''))
}

function stylesheets(source: string): string {
  const links = source.matchAll(/<link(?=[^>]*rel="stylesheet")[^>]*\shref="([^"]+)"/g)
  return [...links].map((found) => read(site, found[1] ?? '')).join('\n')
}

/** Data is none, as the data of an island is none. */
function inline(source: string, element: 'script' | 'style'): string {
  const blocks = source.matchAll(
    new RegExp(`<${element}\\b(?![^>]*application/json)[^>]*>([^<]*(?:<(?!/)[^<]*)*)`, 'g'),
  )
  return [...blocks].map((found) => found[1]).join('\n')
}

/** KaTeX's own rules are not ours to shorten: the budget is for the rest. */
function withoutKatex(css: string): string {
  return css
    .replace(/@font-face\s*\{[^}]*KaTeX[^}]*\}/g, '')
    .replace(/[^{}]*\.katex[^{}]*\{[^{}]*\}/g, '')
}

function total(modules: readonly string[]): number {
  return modules.reduce((sum, module) => sum + kilobytes(read(site, module)), 0)
}
