import type { Point } from './geometry.ts'

/**
 * An SVG path through points, to a tenth of a unit. It is written in steps from one point to the next, which
 * are shorter than places and much alike, and so compress better.
 */
export function through(points: readonly Point[]): string {
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
  // A point alone is a dot, where the ends of lines are round.
  return d && !d.includes('l') ? `${d}z` : d
}

const pair = (x: number, y: number) => short(x) + separated(short(y))

/** A sign parts two numbers as well as a space does. */
const separated = (number: string) => (number.startsWith('-') ? number : ` ${number}`)

/** Tenths as a decimal, without a zero before the point. */
const short = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.')
