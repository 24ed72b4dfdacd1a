import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('linear-collapse')

describe('linear-collapse', () => {
  test('the matrices two to a row, and one output along multiples of the input', () => {
    const record = {
      weights: [1, 2, 3, 4, 5, 6, 7, 8],
      biases: [0.5, 0.25, 0.125, 0.75],
      ...{ matrix: [1, 0, 0, 1], constant: [9, -10], output: [3, 4], collapsed: [3, 4.5] },
      times: [-2, -1, 0, 1, 2],
      outputs: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5.2],
      straight: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5],
      ...{ difference: 0.001, bend: 0.02 },
    }
    const config = { activation: 'identity', input: [1, 2] }
    const { charts, numbers } = draw([{ config, records: [record] }])
    expect(charts).toEqual([
      [
        'matrices: 7 × 6, diverging -10 to 10',
        '– – – – – – –',
        '1 2 0.5 – 5 6 0.125',
        '3 4 0.25 – 7 8 0.75',
        '– – – – – – –',
        '1 0 9 – 1 3 3',
        '0 1 -10 – 2 4 4.5',
        ...['word W¹ at 0.5, 0', 'word b¹ at 2, 0', 'word W² at 4.5, 0', 'word b² at 6, 0'],
        ...['word M = W²W¹ at 0.5, 3', 'word c at 2, 3'],
        ...['word x at 4, 3', 'word f(x) at 5, 3', 'word Mx + c at 6, 3'],
      ],
      [
        'along: x -2 to 2, y 0 to 5.5', // output 2: there is no third
        'run-0 [linear] four dashDot none (-2, 1) (-1, 2) (0, 3) (1, 4) (2, 5.2)',
        'one [one matrix] theory none diamond (-2, 1) (2, 5)',
        'cursor 1',
      ],
    ])
    expect(numbers).toEqual([
      ['3', '4', '3', '4.5'],
      ['100', '0.001', '0', '0.02'],
    ])
    expect(draw([{ config, records: [record] }], { output: 1 }).charts[1]?.[1]).toBe(
      'run-0 [linear] four dashDot none (-2, 0) (-1, 0) (0, 0) (1, 0) (2, 0)',
    )
  })
})
