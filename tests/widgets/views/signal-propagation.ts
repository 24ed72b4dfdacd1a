import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('signal-propagation')

describe('signal-propagation', () => {
  const record = {
    ...{ preActivation: [1, 2], preActivationPredicted: [1, 3], delta: [0.02, 0.5] },
    ...{ activation: [0.5, 0.25], activationPredicted: [0.5, 0.2], deltaPredicted: [0.03, 0.5] },
    ...{ preActivationShares: [0.5, 0.5, 0.25, 0.75], deltaShares: [0.1, 0.9, 0.2, 0.8] },
    preActivationSharesPredicted: [0.4, 0.6, 0.3, 0.7],
  }
  const config = { activation: 'relu', initializer: 'heNormal', depth: 2, reach: 3 }

  test('histograms by layer beside theory’s, and sizes by layer', () => {
    const { charts, numbers } = draw([{ config, records: [record] }])
    expect(charts).toEqual([
      [
        'histograms: -3 to 3, 2 bins',
        'run-0 [ReLU, He] two 0.5 0.5 0.25 0.75 theory 0.4 0.6 0.3 0.7',
      ],
      [
        'sizes: x 1 to 2 whole, y log 1 to 10',
        'run-0 [ReLU, He] two solid square (1, 1) (2, 2)',
        'theory-0 (ReLU, He, theory) theory dashed none (1, 1) (2, 3)',
      ],
    ])
    expect(numbers).toEqual([['1', '1', '2', '2']])
  })

  test('δ, of whose histogram theory says nothing, with the band of many networks', () => {
    const band = [1, 3].map((size) => ({ ...record, delta: [size, size] }))
    const { charts, numbers } = draw([{ config, records: [record], band }], { show: 'delta' })
    expect(charts).toEqual([
      ['histograms: -3 to 3, 2 bins', 'run-0 [ReLU, He] two 0.1 0.9 0.2 0.8'],
      [
        'sizes: x 1 to 2 whole, y log 0.01 to 10',
        'run-0 [ReLU, He] two solid square (1, 0.02) (2, 0.5)',
        'theory-0 (ReLU, He, theory) theory dashed none (1, 0.03) (2, 0.5)',
        'band-0 (ReLU, He, 20 networks) two band (1, 1.1 to 2.9) (2, 1.1 to 2.9)',
      ],
    ])
    expect(numbers).toEqual([['0.02', '1', '0.5', '2']])
  })
})
