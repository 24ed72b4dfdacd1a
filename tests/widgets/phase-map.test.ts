import fc from 'fast-check'
import { expect, test } from 'vitest'
import numbers from '../../content/en/numbers.json'
import words from '../../content/en/widgets/phase-map.json'
import type { Grid } from '../../src/charts/model/chart.ts'
import { fromQuery, toFullQuery } from '../../src/experiment/link.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { phaseMap } from '../../src/experiments/phase-map/index.ts'
import type { PhaseMapRecord } from '../../src/experiments/phase-map/record.ts'
import { view as phaseMapView } from '../../src/widgets/phase-map/view.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const viewWords = { messages: words.words, parameters: {}, options: {}, numbers }
const config = { ...defaults(phaseMap.parameters), depth: 4, width: 6, resolution: 5 }
const { records } = await runToEnd(phaseMap, config)

const shown = (some: readonly PhaseMapRecord[], of = config) => ({
  ...{ label: 'tanh', config: of, records: some, band: [] },
  ...{ tone: 'one' as const, marker: 'circle' as const, dash: 'solid' as const },
})

test('the map has small σ_w at the left and small σ_b at the bottom, and gaps where nothing has come', () => {
  const draw = (some: readonly PhaseMapRecord[]) =>
    phaseMapView.charts([shown(some)], {}, viewWords)[0] as Grid
  const { values } = draw(records)
  for (const { weightScale, biasScale, factor } of records) {
    const column = Math.floor((weightScale / config.weightMax) * 5)
    const row = 4 - Math.floor((biasScale / config.biasMax) * 5)
    expect(values[row * 5 + column]).toBe(factor)
  }
  const some = draw(records.slice(0, 7)).values
  expect(some.slice(-5)).toEqual(values.slice(-5))
  expect(some.slice(-10, -5)).toEqual([...values.slice(-10, -8), null, null, null])
  expect(some.slice(0, 15).every((value) => value === null)).toBe(true)
})

test('a point is the nearest network measured, said with its numbers once they are there', () => {
  const place = [0.62 * config.weightMax, 0.99 * config.biasMax] as const
  const record = records[4 * 5 + 3] as PhaseMapRecord
  const found = phaseMapView.pointAt?.(shown(records), place, viewWords)
  expect(found?.at[0]).toBeCloseTo(record.weightScale, 12)
  expect(found?.at[1]).toBeCloseTo(record.biasScale, 12)
  expect(found?.text).toContain(`× ${record.factor.toPrecision(3)} a layer`)
  expect(phaseMapView.pointAt?.(shown([]), place, viewWords).text).toMatch(
    /^σ_w = 2\.1, σ_b = 0\.9\. /,
  )
})

test('any point of any map opens in gradient flow, with settings that it takes', () => {
  const place = fc.tuple(
    fc.double({ min: -1, max: 11, noNaN: true }),
    fc.double({ min: -1, max: 6, noNaN: true }),
  )
  fc.assert(
    fc.property(arbitraryConfig(phaseMap.parameters), place, (any, at) => {
      const point = phaseMapView.pointAt?.(shown([], any), at, viewWords)
      expect(point?.widget).toBe(gradientFlow.id)
      const { config: opened, problems } = fromQuery(
        { parameters: gradientFlow.parameters, view: {}, hasBand: false },
        toFullQuery(point?.config ?? {}),
      )
      expect(problems).toEqual([])
      expect(opened).toMatchObject(point?.config ?? {})
    }),
    { seed: 1, numRuns: 300 },
  )
})
