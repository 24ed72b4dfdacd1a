import type { Point } from './geometry.ts'

/**
 * Ramer-Douglas-Peucker: drops points that lie within `tolerance` of the simplified line. Makes the
 * static chart of a long run many times smaller.
 */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const last = points.length - 1
  if (last < 2) return [...points]
  const kept = new Set([0, last])
  const spans: [from: number, to: number][] = [[0, last]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [farthest, maxDistance] = [from, tolerance]
    for (let i = from + 1; i < to; i++) {
      const offset = distance(points[i] as Point, points[from] as Point, points[to] as Point)
      if (offset > maxDistance) [farthest, maxDistance] = [i, offset]
    }
    if (farthest === from) continue
    kept.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  return points.filter((_, i) => kept.has(i))
}

/** From a point to the segment between two others. */
function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy)
}
