import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('linear-pieces')

describe('linear-pieces', () => {
  const record = {
    x: [0, 0.5, 1],
    y: [0, 1, -0.5],
    pieces: [2, 4],
    parameters: [7, 13],
    oneLayer: [3, 5],
  }
  const config = { start: 'sawtooth', depth: 2 }

  test('the bent line, and its pieces beside the most of one layer', () => {
    const { charts, numbers } = draw([{ config, records: [record] }])
    expect(charts).toEqual([
      [
        'lines: x 0 to 1, y -0.5 to 1',
        'line-0 (sawtooth) two solid none (0, 0) (0.5, 1) (1, -0.5)',
      ],
      [
        'counts: x 1 to 2 whole, y log 1 to 10',
        'one-layer [at most, in one layer of that size] theory dashed none (1, 3) (2, 5)',
        'run-0 [sawtooth] two solid square (1, 2) (2, 4)',
      ],
    ])
    expect(numbers).toEqual([['2', '13', '4', '5']])
  })

  test('with a band of many seeds', () => {
    const band = [1, 3].map((pieces) => ({ ...record, pieces: [pieces, 10 * pieces] }))
    const { charts } = draw([{ config, records: [record], band }])
    expect(charts[1]?.slice(0, 2)).toEqual([
      'counts: x 1 to 2 whole, y log 1 to 100',
      'band-0 (sawtooth) two band (1, 1.1 to 2.9) (2, 11 to 29)',
    ])
  })

  test('of many vertices only as many as can be told apart, up to the edge of the drawing', () => {
    const x = Array.from({ length: 140 }, (_, i) => i / 139)
    const { charts } = draw([{ config, records: [{ ...record, x, y: x }] }])
    expect(charts[0]?.[0]).toBe('lines: x 0 to 0.5, y 0 to 1')
    expect(charts[0]?.[1]).toContain(' (0.5, 0.5) ')
  })
})
