import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Shade, shade } from '../../../src/charts/grid/cells.ts'
import { frames, shapes } from '../../../src/charts/layout/frame.ts'
import type { Grid } from '../../../src/charts/model/chart.ts'

const css = readFileSync(new URL('../../../src/styles/charts.css', import.meta.url), 'utf8')

function tokens(selector: string): Map<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', c = '']) => [name, c]),
  )
}

const themes = [
  { name: 'light', paper: '#fcfbf8', ink: '#1d1c1a', colours: tokens(':root') },
  { name: 'dark', paper: '#161614', ink: '#e9e6df', colours: tokens('[data-theme="dark"]') },
]
const categories = ['one', 'two', 'three', 'four', 'five', 'six'].map((tone) => `--series-${tone}`)
const ramp = Array.from({ length: 11 }, (_, i) => `--ramp-${i}`)

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

function linear(hex: string): Triple {
  const channel = (i: number) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function times(matrix: Matrix, v: Triple): Triple {
  const row = (m: Triple) => m[0] * v[0] + m[1] * v[1] + m[2] * v[2]
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

// Ottosson's OKLab; Machado, Oliveira and Fernandes (2009) for reduced colour vision.
const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const eyes: Record<string, Matrix> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function lab(hex: string, eye = 'all'): Triple {
  const seen = times(eyes[eye] as Matrix, linear(hex)).map((c) => Math.min(1, Math.max(0, c)))
  const cones = times(toCones, seen as unknown as Triple).map(Math.cbrt)
  return times(toLab, cones as unknown as Triple)
}

function difference(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

const cells: Grid = {
  kind: 'grid',
  id: '',
  title: '',
  x: { label: '', count: 1 },
  y: { label: '', count: 1 },
  values: [],
  colour: 'diverging',
  domain: [-1, 1],
}

describe.each(themes)('the colours in $name', ({ paper, ink, colours }) => {
  const of = (name: string) => colours.get(name) ?? 'missing'

  it('stand out from the paper: lines 3:1, names 4.5:1', () => {
    for (const name of [...categories, ...ramp, '--series-theory']) {
      expect(contrast(of(name), paper), name).toBeGreaterThanOrEqual(3)
    }
    const named = ['--name-three', ...categories.filter((c) => c !== '--series-three')]
    for (const name of [...named, ...ramp, '--series-theory']) {
      expect(contrast(of(name), paper), name).toBeGreaterThanOrEqual(4.5)
    }
  })

  /** A colour laid over the paper. */
  const over = ({ tone, opacity }: Shade) => {
    const bytes = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))
    const under = bytes(paper)
    const mixed = bytes(of(`--series-${tone}`)).map((c, i) =>
      Math.round(opacity * c + (1 - opacity) * (under[i] ?? 0)),
    )
    return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`
  }

  it('of regions are pale enough for the markers of any class upon them, 1.8:1', () => {
    for (const region of categories.keys()) {
      const cell = shade({ ...cells, colour: 'categories' }, region)
      for (const marker of categories)
        expect(contrast(of(marker), over(cell as Shade)), marker).toBeGreaterThanOrEqual(1.8)
    }
  })

  it('of cells are pale enough for the numbers written in them, 4.5:1', () => {
    for (const value of [-1, 1]) {
      const cell = shade({ ...cells, places: 2 }, value)
      expect(contrast(ink, over(cell as Shade))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('of cells that hold nothing else go up to the full colour', () => {
    expect(shade(cells, -1)).toEqual({ tone: 'one', opacity: 1 })
    expect(shade(cells, 1)).toEqual({ tone: 'two', opacity: 1 })
  })

  it.each(Object.keys(eyes))('of the categories differ for %s eyes', (eye) => {
    categories.forEach((a, i) => {
      for (const b of categories.slice(0, i)) {
        const seen = difference(lab(of(a), eye), lab(of(b), eye))
        expect(seen, `${a} ${b}`).toBeGreaterThan(0.05)
      }
    })
  })

  it('of the ramp go in even steps of one direction', () => {
    const places = ramp.map((name) => lab(of(name)))
    const steps = places.slice(1).map((place, i) => difference(place, places[i] as Triple))
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.15)
    const rises = places.slice(1).map((place, i) => Math.sign(place[0] - (places[i]?.[0] ?? 0)))
    expect(new Set(rises).size).toBe(1)
  })
})

describe('the style sheet', () => {
  it('gives the system’s dark mode the same colours as the reader’s choice', () => {
    const system = tokens(':root:not([data-theme="light"])')
    expect(system).toEqual(tokens('[data-theme="dark"]'))
    expect(system.size).toBe(tokens(':root').size)
  })

  it('keeps for each shape the room that it is drawn in', () => {
    for (const shape of shapes) {
      const { width, height } = frames[shape]
      expect(css).toMatch(
        new RegExp(`--chart-shape: ${shape};[^}]*aspect-ratio: ${width} / ${height};`),
      )
    }
  })
})
