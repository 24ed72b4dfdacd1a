import { markerShape, type Point } from '../layout/geometry.ts'
import type { Marker } from '../model/chart.ts'

/**
 * An SVG path through points, rounded to a tenth of a unit. Relative coordinates, because they are shorter
 * and compress better.
 */
export function polylinePath(points: readonly Point[]): string {
  let d = ''
  let [x, y] = [0, 0]
  points.forEach((point, i) => {
    const [nextX, nextY] = point.map((place) => Math.round(10 * place)) as [number, number]
    const step = pair(nextX - x, nextY - y)
    if (i === 0) d = `M${step}`
    else if (step !== '0 0') d += d.includes('l') ? separated(step) : `l${step}`
    x = nextX
    y = nextY
  })
  // With round line caps, a closed path of one point is drawn as a dot.
  return d && !d.includes('l') ? `${d}z` : d
}

/** The same marker at several points as one path, in relative coordinates so that the repeated outline compresses. */
export function markerPath(marker: Marker, places: readonly Point[]): string {
  const { radius, corners } = markerShape(marker, [0, 0])
  const outline = corners.length > 0 ? polylinePath(corners) : circle(radius)
  const [, startX = '', startY = '', sides] = outline.match(/^M(-?[\d.]+)( ?-?[\d.]+)(.*)$/) ?? []
  let [x, y] = [0, 0]
  return places
    .map((place, i) => {
      const nextX = Math.round(10 * (place[0] + Number(startX)))
      const nextY = Math.round(10 * (place[1] + Number(startY)))
      const step = pair(nextX - x, nextY - y)
      x = nextX
      y = nextY
      return `${i === 0 ? 'M' : 'm'}${step}${sides}z`
    })
    .join('')
}

/** A circle around the origin as two half arcs, from its leftmost point. */
function circle(radius: number): string {
  const r = Math.round(10 * radius)
  const half = `a${short(r)} ${short(r)} 0 1 0`
  return `M${pair(-r, 0)}${half} ${pair(2 * r, 0)}${half}${pair(-2 * r, 0)}`
}

const pair = (x: number, y: number) => short(x) + separated(short(y))

/** A minus sign separates two numbers as well as a space does. */
const separated = (number: string) => (number.startsWith('-') ? number : ` ${number}`)

/** Tenths as a decimal, without a zero before the point. */
const short = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.')
