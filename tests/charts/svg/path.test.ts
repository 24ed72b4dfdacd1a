import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markerPath, polylinePath } from '../../../src/charts/svg/path.ts'
import { placesOf } from '../layout/places.ts'

describe('a path through points', () => {
  it('goes in steps, each number as short as SVG lets it be', () => {
    expect(
      polylinePath([
        [10, 20.04],
        [10.5, 19],
        [9.5, 19.31],
        [9.5, 19.3],
        [109.5, 19.3],
      ]),
    ).toBe('M10 20l.5-1-1 .3 100 0')
  })

  it('is a dot where there is one point, and nothing where there is none', () => {
    expect(polylinePath([[-0.25, 3]])).toBe('M-.2 3z')
    expect(polylinePath([])).toBe('')
  })

  it('ends within half a tenth of where it should, however many steps it took', () => {
    const place = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 300 }), (points) => {
        const [x, y] = placesOf(polylinePath(points))[0]?.at(-1) ?? []
        const [lastX, lastY] = points.at(-1) ?? [0, 0]
        expect(Math.abs((x ?? 0) - lastX)).toBeLessThanOrEqual(0.0501)
        expect(Math.abs((y ?? 0) - lastY)).toBeLessThanOrEqual(0.0501)
      }),
    )
  })
})

describe('markers', () => {
  it('are one path, each a closed outline around its place', () => {
    expect(
      markerPath('square', [
        [10, 20],
        [20, 15.04],
      ]),
    ).toBe('M6.9 16.9l6.2 0 0 6.2-6.2 0zm10-5l6.2 0 0 6.2-6.2 0z')
    expect(markerPath('circle', [[3.6, 5]])).toBe('M0 5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z')
    expect(markerPath('circle', [])).toBe('')
  })

  it('stand within half a tenth of their places, however many there are', () => {
    const place = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 300 }), (places) => {
        let [x, y] = [0, 0]
        const moves = markerPath('diamond', places).matchAll(/[Mm](-?[\d.]+) ?(-?[\d.]+)/g)
        for (const [dx, dy] of [...moves].map(([, dx, dy]) => [Number(dx), Number(dy)] as const)) {
          x += dx
          y += dy
        }
        // A diamond begins at its top, 4.4 above its middle.
        const [lastX, lastY] = places.at(-1) ?? [0, 0]
        expect(Math.abs(x - lastX)).toBeLessThanOrEqual(0.0501)
        expect(Math.abs(y + 4.4 - lastY)).toBeLessThanOrEqual(0.0501)
      }),
    )
  })
})
