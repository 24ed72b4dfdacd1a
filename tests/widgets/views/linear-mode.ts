import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('linear-mode')

describe('linear-mode', () => {
  const config = { strengths: [4, 2], duration: 10, start: 'aligned' }
  const records = [
    { step: 0, time: 0, strength: [1, 0.5], predicted: [1, 0.25], loss: 10, predictedLoss: 9 },
    { step: 1, time: 0.1, strength: [1.2, 0.6], predicted: [1.5, 0.5], loss: 5, predictedLoss: 8 },
  ]
  const run = { config, records }
  const strengths = [
    'formula-0-0 (formula) theory dashed none (0, 1) (0.1, 1.5)',
    'formula-0-1 [formula] theory dashed none (0, 0.25) (0.1, 0.5)',
    'mode-0-0 [s = 4] four none circle (0, 1)', // every eighth record
    'mode-0-1 [s = 2] five none square (0, 0.5)',
  ]

  test('points over the formula’s dashes: strengths and loss', () => {
    const { charts, numbers } = draw([run])
    expect(charts).toEqual([
      ['strengths: x 0 to 10, y 0 to 5', ...strengths],
      [
        'loss: x 0 to 10, y 0 to 10',
        'formula-0 [formula] theory dashed none (0, 9) (0.1, 8)',
        'loss-0 [measured] six none circle (0, 10)',
      ],
    ])
    expect(numbers).toEqual([['1', '0.1', '5', '1.2', '4', '1.5', '0.6', '2', '0.5']])
  })

  test('the same on a logarithmic axis', () => {
    const { charts } = draw([run], { quantity: 'growth' })
    expect(charts[1]).toEqual(['growth: x 0 to 10, y log 0.1 to 10', ...strengths])
  })

  test('the distance from the formula in percent, as far below as above', () => {
    const { charts } = draw([run], { quantity: 'error' })
    expect(charts[1]).toEqual([
      'error: x 0 to 10, y -100 to 100',
      'mode-0-0 [s = 4] four none circle (0, 0)',
      'mode-0-1 [s = 2] five none square (0, 100)',
    ])
  })

  test('compared runs have a colour each and are named at their first mode', () => {
    const { charts } = draw([run, { config: { ...config, start: 'random' }, records }])
    expect(charts[0]?.slice(5)).toEqual([
      'mode-0-0 [aligned] four none circle (0, 1)',
      'mode-0-1 (aligned, s = 2) four none circle (0, 0.5)',
      'mode-1-0 [random] five none square (0, 1)',
      'mode-1-1 (random, s = 2) five none square (0, 0.5)',
    ])
  })
})
