import { describe, expect, test } from 'vitest'
import { buildFigure } from '../../src/build/build-figure.ts'
import { figures, measureOf, resultsOf } from '../../src/build/figures.ts'
import { chartToTables } from '../../src/charts/export/table.ts'
import { bandSize } from '../../src/experiment/band.ts'
import { figureRuns } from '../../src/experiment/figure.ts'
import { experimentById } from '../../src/experiment/registry.ts'
import { loadView } from '../../src/widgets/views.ts'

/** Every figure is run again, as the page runs it, and must show what its file claims. */
describe.each([...figures])('figure %s', async (name, figure) => {
  const experiment = await experimentById(figure.experiment)
  const view = await loadView(figure.experiment)

  test('has settings that its experiment takes, and claims to check', () => {
    expect(() => figureRuns(experiment, figure)).not.toThrow()
    expect(figure.claims.length).toBeGreaterThan(0)
    const known = { ...experiment.parameters, ...view.parameters }
    for (const control of figure.controls) expect(known).toHaveProperty(control)
  })

  test.each(figure.claims)('$run: $measure', async (claim) => {
    const { run, measure, over = 'run', min, max } = claim
    expect(min ?? max).toBeDefined()
    const value = await measureOf(name, run, measure, over)
    if (min !== undefined) expect(value).toBeGreaterThanOrEqual(min)
    if (max !== undefined) expect(value).toBeLessThanOrEqual(max)
  })

  test('names each column of its tables once', async () => {
    const where = { figure: name, lang: 'en', mode: 'chapter' } as const
    const { charts } = await buildFigure(experiment, view, where)
    for (const { columns } of charts.flatMap((chart) => chartToTables(chart)))
      expect(columns.toSorted()).toEqual([...new Set(columns)].sort())
  })

  test('has a band of many seeds for each run, or none', async () => {
    const size = figure.band ? bandSize : 0
    for (const { band } of await resultsOf(name)) expect(band).toHaveLength(size)
  })
})
