import { describe, expect, it } from 'vitest'
import { alignSeries } from '../../../src/charts/canvas/aligned.ts'
import { nextStop, readout } from '../../../src/charts/layout/readout.ts'
import { line, profile } from '../samples.ts'

const sparse = line({ id: 'a', x: [1, 3], y: [0.1, 0] })
const dense = line({ id: 'b', x: [1, 2, 3], y: [1, null, 3] })
const chart = { ...profile, series: [sparse, dense] }

describe('the live chart', () => {
  it('tells a gap from an x that a series does not have', () => {
    expect(alignSeries(chart, chart.series)).toEqual([
      [1, 2, 3],
      [0.1, undefined, null],
      [1, null, 3],
    ])
    expect(alignSeries(chart, [dense])).toEqual([
      [1, 2, 3],
      [1, null, 3],
    ])
    expect(alignSeries(chart, [])).toEqual([[]])
  })

  it('reads each series at its nearest point, and none beyond its end', () => {
    expect(readout(chart, 3)).toMatchObject({
      x: 'hidden layer: 3',
      rows: [{ value: '0' }, { value: '3' }],
    })
    const short = line({ id: 'c', x: [1, 2], y: [1, 2] })
    expect(readout({ ...profile, series: [short] }, 9).rows).toEqual([])
  })

  it('is read point by point with the arrow keys', () => {
    expect(nextStop(chart, undefined, 'ArrowRight')).toBe(1)
    expect(nextStop(chart, 1, 'ArrowRight')).toBe(2)
    expect(nextStop(chart, 3, 'ArrowRight')).toBe(3)
    expect(nextStop(chart, 3, 'ArrowLeft')).toBe(2)
    expect(nextStop(chart, 2, 'End')).toBe(3)
    expect(nextStop(chart, 2, 'Tab')).toBeUndefined()
  })
})
