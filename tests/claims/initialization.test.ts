/** What the chapter on initialisation says of runs whose numbers its figures show for one seed only. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { figureByName } from '../../src/build/figures.ts'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import type { GradientFlowConfig } from '../../src/experiments/gradient-flow/record.ts'

const data = { digits: unpackDigits(packed) }
const guessing = Math.log(10)

/** The last record of a figure's run with other settings and another seed. */
function ends(figure: string, given: Partial<GradientFlowConfig>) {
  const config = {
    ...defaults(gradientFlow.parameters),
    ...figureByName(figure).run.config,
    ...given,
  }
  const record = [...gradientFlow.run(config, data)].findLast((one) => one !== undefined)
  if (!record) throw new Error('no record')
  return { ...record, isFinite: record.divergedQuantity === undefined }
}

describe.each([1, 2, 3, 4])('seed %d', (weightSeed) => {
  test('three starts: N(0, 1) runs out of numbers, Xavier stays at guessing, He learns', () => {
    const [normal, xavier, he] = (['normal', 'xavierNormal', 'heNormal'] as const).map(
      (initializer) => ends('three-starts', { initializer, weightSeed, recordEvery: 50 }),
    )
    expect(normal?.isFinite).toBe(false)
    expect(normal?.step).toBeLessThan(5)
    expect(Math.abs((xavier?.loss as number) - guessing)).toBeLessThan(0.1)
    expect(he?.loss).toBeLessThan(1.5)
  })

  test('a level start flies off within 25 steps, and learns when clipped', () => {
    const level = { weightScale: 1.2, weightSeed, recordEvery: 20 }
    expect(ends('kept-by-clipping', { ...level, clipNorm: 0 })).toMatchObject({ isFinite: false })
    expect(ends('kept-by-clipping', { ...level, clipNorm: 0 }).step).toBeLessThan(25)
    const clipped = ends('kept-by-clipping', { ...level, clipNorm: 1 })
    expect(clipped.isFinite).toBe(true)
    expect(clipped.loss).toBeLessThan(0.8)
  })

  test('large weights with clipping stay finite, and end no better than guessing', () => {
    const large = { weightScale: 3, weightSeed, recordEvery: 20 }
    const clipped = ends('kept-by-clipping', { ...large, clipNorm: 1 })
    expect(clipped.isFinite).toBe(true)
    expect(clipped.loss).toBeGreaterThan(guessing - 0.1)
  })
})
