/** The committed results of `npm run bench` and `npm run bench:pages`, as rows of tables and as charts. */
import costs from '../../content/data/pages.json'
import results from '../../content/data/performance.json'
import type { Dash, Line, Marker, Plot, Tone } from '../charts/model/chart.ts'
import { figures, inWords, type NumberWords } from '../charts/model/format.ts'
import type { Strings } from '../i18n/index.ts'

type Words = Strings['performance']
type Racer = keyof Words['racers']
type Quantity = keyof typeof results.growth

export const { date, load, machine, rounds, versions } = results
export const racers = Object.keys(results.versions) as Racer[]

/** One row a network: for each racer the milliseconds of a step, and how many of the core's own that is. */
export function rows(activation: string, words: NumberWords) {
  return results.races
    .filter((race) => race.activation === activation)
    .map(({ net, batch, results: of }) => ({
      net,
      batch,
      cells: racers.map((racer) => {
        const { processor, ratio } = of[racer]
        return {
          time: inWords(processor, words),
          ratio: racer === 'compiled' ? '' : inWords(ratio, words),
        }
      }),
    }))
}

const looks: readonly [column: 1 | 2, racer: Racer, tone: Tone, dash: Dash, marker: Marker][] = [
  [1, 'compiled', 'one', 'solid', 'circle'],
  [2, 'plain', 'two', 'dashed', 'square'],
]

/** How long a step takes as one thing grows, on two logarithmic axes. */
export function charts(words: Words): Plot[] {
  return (Object.keys(results.growth) as Quantity[]).map((quantity) => {
    const points: readonly (readonly number[])[] = results.growth[quantity]
    const x = points.map(([value = Number.NaN]) => value)
    const series = looks.map(
      ([column, racer, tone, dash, marker]): Line => ({
        kind: 'line',
        id: racer,
        label: words.racers[racer],
        tone,
        dash,
        marker,
        named: true,
        x,
        y: points.map((point) => point[column] ?? null),
      }),
    )
    return {
      id: quantity,
      title: words.growth[quantity].title,
      x: { label: words.growth[quantity].axis, scale: 'log', domain: ends(x), whole: true },
      y: { label: words.milliseconds, scale: 'log', domain: [0.01, 100] },
      series,
    }
  })
}

const ends = (x: readonly number[]): [number, number] => [x[0] ?? 1, x.at(-1) ?? 1]

const { pages: kinds, widgets, builds, ...circumstances } = costs

/** What the pages cost: what was measured once, and rows of what was measured of each. */
export const pages = {
  ...circumstances,
  slider: figures(costs.slider, 2),
  outOfSight: figures(100 * costs.outOfSight, 2),
  heap: figures(costs.heap, 2),
}

const scores = ['performance', 'accessibility', 'bestPractices', 'seo'] as const
export const pageColumns = [...scores, 'largestPaint', 'shift'] as const
export const pageRows = kinds.map(({ page, largestPaint, shift, ...points }) => ({
  name: page,
  cells: [
    ...scores.map((score) => String(points[score])),
    (largestPaint / 1000).toFixed(1),
    figures(shift, 2),
  ],
}))

export const workColumns = ['longest', 'longestWall', 'share', 'frameGap'] as const
export const workRows = widgets.map(({ widget, longest, longestWall, share, frameGap }) => ({
  name: widget,
  cells: [longest, longestWall, 100 * share, frameGap].map((value) => String(Math.round(value))),
}))

export const buildRows = builds.map(({ count, seconds }) => ({
  name: String(count),
  cells: [String(Math.round(seconds))],
}))
