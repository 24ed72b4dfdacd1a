import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('depth-width')

describe('depth-width', () => {
  const record = (depth: number, trainError: number, testError: number) => ({
    ...{ depth, trainError, testError, trainLoss: 4 * trainError, testLoss: 5 * testError },
    ...{ width: 100 / depth, parameters: 1000 + depth, examples: 25 * depth },
  })
  const records = [record(2, 0.1, 0.3), record(1, 0.2, 0.4), record(2, 0.3, 0.5)]

  test('the median by depth, and where 90 % of the trainings lie', () => {
    const { charts, numbers } = draw([{ config: { activation: 'relu' }, records }])
    expect(charts).toEqual([
      [
        'trainError: x 1 to 12 whole, y 0 to 0.6',
        'band-0 (ReLU) two band (1, 0.2 to 0.2) (2, 0.11 to 0.29)',
        'run-0 [ReLU] two solid square (1, 0.2) (2, 0.2)',
      ],
      [
        'testError: x 1 to 12 whole, y 0 to 0.6',
        'band-0 (ReLU) two band (1, 0.4 to 0.4) (2, 0.31 to 0.49)',
        'run-0 [ReLU] two solid square (1, 0.4) (2, 0.4)',
      ],
    ])
    expect(numbers).toEqual([['3', '2', '50', '1002', '20', '40']])
  })

  test('losses by number of examples; one training a point has no band', () => {
    const config = { activation: 'sigmoid', across: 'sizes' }
    const { charts, numbers } = draw([{ config, records: records.slice(0, 2) }], { show: 'loss' })
    expect(charts).toEqual([
      [
        'trainLoss: x log 20 to 500, y 0 to 2',
        'run-0 [sigmoid] one solid circle (25, 0.8) (50, 0.4)',
      ],
      ['testLoss: x log 20 to 500, y 0 to 2', 'run-0 [sigmoid] one solid circle (25, 2) (50, 1.5)'],
    ])
    expect(numbers).toEqual([['2', '50', '10', '30']])
  })

  test('a run over other points is not drawn among them', () => {
    const other = { config: { activation: 'sigmoid', across: 'sizes' }, records }
    const { charts } = draw([{ config: { activation: 'relu' }, records }, other])
    expect(charts.map(({ length }) => length)).toEqual([3, 3])
  })
})
