import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('phase-map')

describe('phase-map', () => {
  test('the factor at each point, the smallest σ_b at the bottom, and theory’s line as far as the map goes', () => {
    const line = { criticalWeights: [1, 2, 5], criticalBiases: [0, 1, 2] }
    const factors = [0.5, 1.5, 0.25, 2].map((factor) => ({ factor }))
    const records = [{ ...factors[0], ...line }, ...factors.slice(1)] as never[]
    const config = { resolution: 2, weightMax: 4, biasMax: 2 }
    const { charts, numbers } = draw([{ config, records }])
    expect(charts).toEqual([
      [
        'map-0: 2 × 2, diverging log 0.666666666667 to 1.5, x 0 to 4, y 0 to 2',
        '0.25 2',
        '0.5 1.5',
        'line × 1 in theory theory dashed (2, 1) (1, 0)',
      ],
    ])
    expect(numbers).toEqual([['2', '4', '2']])
    const underWay = draw([{ config, records: records.slice(0, 3) }])
    expect(underWay.charts[0]?.slice(1, 3)).toEqual(['0.25 –', '0.5 1.5'])
    expect(underWay.numbers).toEqual([['3', '4', '2', '1']])
  })
})
