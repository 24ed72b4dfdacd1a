/**
 * Points of the plane whose factors are known: from mathematics (ReLU halves the mean square), and from
 * the fixed point of the variance by NumPy's Gauss-Hermite quadrature with 200 nodes (tanh, sigmoid).
 */
import { expect, test } from 'vitest'
import { percentile } from '../../src/experiment/band.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { phaseMap } from '../../src/experiments/phase-map/index.ts'
import type { PhaseMapConfig, PhaseMapRecord } from '../../src/experiments/phase-map/record.ts'

/** A map of one point, at σ_w and σ_b: its middle. */
const at = (weightScale: number, biasScale: number) => ({
  weightMax: 2 * weightScale,
  biasMax: 2 * biasScale,
  resolution: 1,
})

async function medianOver(seeds: number, config: Partial<PhaseMapConfig>) {
  const points: PhaseMapRecord[] = []
  for (let weightSeed = 1; weightSeed <= seeds; weightSeed++) {
    const whole = { ...defaults(phaseMap.parameters), width: 256, depth: 12, ...config, weightSeed }
    points.push(...(await runToEnd(phaseMap, whole)).records)
  }
  const median = (column: 'factor' | 'predicted') =>
    percentile(
      points.map((point) => point[column]),
      50,
    )
  return { factor: median('factor'), predicted: median('predicted') }
}

test.each([
  ['sigmoid', 1, 1, 0.20484],
  ['tanh', Math.SQRT2, Math.sqrt(0.1), 1.0015],
  ['relu', 1, 0.5, Math.SQRT1_2],
  ['relu', Math.SQRT2, 0.5, 1],
  ['identity', 0.8, 0.5, 0.8],
] as const)('%s at σ_w %d and σ_b %d: a layer leaves %d', async (activation, w, b, expected) => {
  const { factor, predicted } = await medianOver(5, { activation, ...at(w, b) })
  expect(Math.abs(predicted / expected - 1)).toBeLessThan(0.01)
  expect(Math.abs(factor / expected - 1)).toBeLessThan(0.02)
})

test('records come row by row, from small scales to large, each the map of its point alone', async () => {
  const config = { ...defaults(phaseMap.parameters), depth: 6, width: 8, resolution: 4 }
  const { records } = await runToEnd(phaseMap, config)
  const scales = [1, 3, 5, 7].map((eighth) => eighth / 8)
  expect(records.map(({ biasScale }) => biasScale / config.biasMax)).toEqual(
    scales.flatMap((scale) => [scale, scale, scale, scale]),
  )
  const [weights] = [records.slice(0, 4).map(({ weightScale }) => weightScale / config.weightMax)]
  expect(weights).toEqual(scales)
  for (const { weightScale, biasScale, factor } of records) {
    const alone = await runToEnd(phaseMap, { ...config, ...at(weightScale, biasScale) })
    expect(Math.abs((alone.records[0]?.factor ?? 0) / factor - 1)).toBeLessThan(1e-9)
  }
})
