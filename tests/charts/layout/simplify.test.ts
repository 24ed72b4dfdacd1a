import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../../src/charts/layout/geometry.ts'
import { simplify } from '../../../src/charts/layout/simplify.ts'

const points = (length: number, y: (x: number) => number): Point[] =>
  Array.from({ length }, (_, x) => [x, y(x)])

/** From the nearest of many places along the stretch. */
function farFrom([[x0, y0], [x1, y1]]: [Point, Point], [x, y]: Point): number {
  const shares = Array.from({ length: 2001 }, (_, k) => k / 2000)
  return Math.min(
    ...shares.map((share) => Math.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0))),
  )
}

describe('a simplified line', () => {
  test('has only its ends where it is straight, and its corner where it turns', () => {
    expect(
      simplify(
        points(100, (x) => 2 * x),
        0.1,
      ),
    ).toEqual([
      [0, 0],
      [99, 198],
    ])
    expect(
      simplify(
        points(101, (x) => Math.abs(x - 50)),
        0.1,
      ),
    ).toEqual([
      [0, 50],
      [50, 0],
      [100, 50],
    ])
  })

  test('keeps a line that goes out and comes back', () => {
    const back: Point[] = [
      [0, 0],
      [10, 0],
      [0, 0],
    ]
    expect(simplify(back, 0.1)).toEqual(back)
  })

  test('passes within the tolerance of every point it leaves out, and keeps their order', () => {
    const coordinate = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
        (line: Point[]) => {
          const kept = simplify(line, 5)
          const places = kept.map((point) => line.indexOf(point))
          expect(places).toEqual([...places].sort((a, b) => a - b))
          for (const [i, point] of line.entries()) {
            const after = places.findIndex((place) => place >= i)
            const ends = [kept[Math.max(0, after - 1)], kept[after]] as [Point, Point]
            expect(farFrom(ends, point)).toBeLessThan(5.2)
          }
        },
      ),
      { seed: 3, numRuns: 100 },
    )
  })
})
