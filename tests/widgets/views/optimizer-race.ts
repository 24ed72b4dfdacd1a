import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('optimizer-race')

describe('optimizer-race', () => {
  const config = { optimizer: 'sgd', condition: 4, angle: 90, steps: 10 }
  const records = [
    { step: 0, place: [1, 0.5], distance: 1, predicted: 1 },
    { step: 1, place: [0.5, 0], distance: 0.1, predicted: 0.2 },
  ]
  const run = { config, records }

  test('the path over the plane, and the distance beside theory', () => {
    const { charts, numbers } = draw([run])
    const [plane = [], distance] = charts
    expect(plane[0]).toBe('plane: 3 × 2, sequential 0 to 1, x -1.5 to 1.5, y -1 to 1')
    expect(plane.slice(6)).toEqual(['line SGD two solid (1, 0.5) (0.5, 0)', 'ring (0, 0)'])
    expect(distance).toEqual([
      'distance: x 0 to 10 whole, y log 0.1 to 1',
      'run-0 [SGD] two solid none (0, 1) (1, 0.1)',
      'theory-0 (SGD, theory) theory dashed none (0, 1) (1, 0.2)',
      'cursor 1',
    ])
    expect(numbers).toEqual([['1', '0.1']])
  })

  test('five level sets, closed ellipses each at four times the loss of the one inside', () => {
    const [plane = []] = draw([run]).charts
    // Condition 4, turned by 90°: twice as long in y as in x, so that x² + y²/4 is the same all around.
    const losses = plane.slice(1, 6).map((line) => {
      const points = [...line.matchAll(/\(([^,]+), ([^)]+)\)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ])
      const all = points.map(([x = 0, y = 0]) => x * x + (y * y) / 4)
      expect(Math.max(...all)).toBeCloseTo(Math.min(...all), 9)
      points[0]?.forEach((at, i) => {
        expect(points.at(-1)?.[i]).toBeCloseTo(at, 9)
      })
      expect(new Set(points.map(([x = 0, y = 0]) => `${x > 0} ${y > 0}`)).size).toBe(4)
      return all[0] ?? 0
    })
    expect(losses[0]).toBeCloseTo(0.04 ** 2, 9)
    for (const [i, loss] of losses.slice(1).entries())
      expect(loss / (losses[i] ?? 0)).toBeCloseTo(4, 6)
  })

  test('back at step 0 the path is its first point; each of the two charts can stand alone', () => {
    expect(draw([run], { at: 0, show: 'path' }).charts.map((lines) => lines[6])).toEqual([
      'line SGD two solid (1, 0.5)',
    ])
    const { charts, numbers } = draw([run], { at: 0, show: 'distance' })
    expect(charts.map((lines) => lines.at(-1))).toEqual(['cursor 0'])
    expect(numbers).toEqual([['0', '1']])
  })

  test('a long path lies under a short one, and another landscape is not drawn', () => {
    const far = [
      { step: 0, place: [0, 0], distance: 1 },
      { step: 1, place: [3, 4], distance: 1e9 },
    ]
    const adam = { config: { ...config, optimizer: 'adam' }, records: far }
    const other = { config: { ...config, optimizer: 'momentum', condition: 9 }, records: far }
    const { charts } = draw([run, adam, other])
    expect(charts[0]?.slice(6, -1).map((line) => line.split(' ')[1])).toEqual(['Adam', 'SGD'])
    expect(charts[1]?.[0]).toBe('distance: x 0 to 10 whole, y log 0.1 to 1000')
  })
})
