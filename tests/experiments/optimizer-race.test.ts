import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { optimizerRace } from '../../src/experiments/optimizer-race/index.ts'
import type { OptimizerRaceConfig } from '../../src/experiments/optimizer-race/record.ts'

const run = (config: Partial<OptimizerRaceConfig>) =>
  [...optimizerRace.run({ ...defaults(optimizerRace.parameters), ...config }, {})].filter(
    (record) => record !== undefined,
  )

test('plain descent and momentum do not notice that the ravine is turned', () => {
  for (const optimizer of ['sgd', 'momentum'] as const) {
    const settings = { optimizer, learningRate: 0.4, steps: 50 }
    const [along, turned] = [0, 37].map((angle) => run({ ...settings, angle }))
    along?.forEach(({ distance }, i) => {
      expect((turned?.[i]?.distance as number) / distance).toBeCloseTo(1, 9)
    })
  }
})

test('each step of plain descent multiplies both distances by one minus rate times curvature', () => {
  const records = run({ learningRate: 1.5, condition: 10, angle: 0, steps: 20 })
  records.forEach(({ place: [along, across], loss }, k) => {
    expect(along).toBeCloseTo(-0.9 * 0.85 ** k, 12)
    expect(across).toBeCloseTo(0.25 * (-0.5) ** k, 12)
    expect(loss).toBeCloseTo((-0.9 * 0.85 ** k) ** 2 / 20 + (0.25 * (-0.5) ** k) ** 2 / 2, 12)
  })
})

test('a rate that is too high ends where the numbers end', () => {
  const records = run({ learningRate: 10, steps: 1000 })
  expect(records.at(-1)?.divergedQuantity).toBe('loss')
  expect(records.length).toBeLessThan(1000)
})
