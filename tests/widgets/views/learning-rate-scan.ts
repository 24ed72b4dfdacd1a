import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('learning-rate-scan')

describe('learning-rate-scan', () => {
  test('the error over the rates; of equal ones the smallest rate is best', () => {
    const record = (learningRate: number, error: number) => ({ learningRate, error })
    const { charts, numbers } = draw([
      {
        config: { loss: 'meanSquaredError' },
        records: [record(0.1, 0.9), record(1, 0.2), record(10, 0.2)],
      },
    ])
    expect(charts).toEqual([
      [
        'scan: x log 0.05 to 100, y 0 to 1',
        'run-0 [mean squared error] one solid circle (0.1, 0.9) (1, 0.2) (10, 0.2)',
      ],
    ])
    expect(numbers).toEqual([['3', '1', '20']])
  })
})
