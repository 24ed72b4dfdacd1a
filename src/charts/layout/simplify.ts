import type { Point } from './geometry.ts'

/**
 * A line without the points that it does not need: what is left out lies within `tolerance` of the line that
 * stays (Ramer 1972; Douglas and Peucker 1973). A picture of a long run becomes a fraction as large.
 */
export function straightened(points: readonly Point[], tolerance: number): Point[] {
  const last = points.length - 1
  if (last < 2) return [...points]
  const kept = new Set([0, last])
  const stretches: [from: number, to: number][] = [[0, last]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch
    let [farthest, most] = [from, tolerance]
    for (let i = from + 1; i < to; i++) {
      const away = distance(points[i] as Point, points[from] as Point, points[to] as Point)
      if (away > most) [farthest, most] = [i, away]
    }
    if (farthest === from) continue
    kept.add(farthest)
    stretches.push([from, farthest], [farthest, to])
  }
  return points.filter((_, i) => kept.has(i))
}

/** Of a point from the stretch between two others. */
function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy)
}
