/** Axis ticks: as many as fit without crowding. */
import { ticks as roundNumbers } from 'd3-array'
import type { Axis } from '../model/chart.ts'
import { exponentOf, type NumberText, power, signed } from '../model/format.ts'
import { textWidth } from './text.ts'

export interface Tick extends NumberText {
  readonly value: number
}

export type Domain = readonly [low: number, high: number]

/** Exponents are set smaller than their base. */
export const exponentScale = 0.78

export interface Space {
  /** The axis' length and its text size, in the chart's units. */
  readonly length: number
  readonly size: number
  readonly direction: 'across' | 'up'
}

export function ticks(axis: Axis, domain: Domain, space: Space): Tick[] {
  const place = fraction(axis, domain)
  const fits = (marks: Tick[]) =>
    uncrowded(marks, space, (tick) => place(tick.value) * space.length)
  const choices = axis.scale === 'log' ? logChoices(domain) : linearChoices(axis, domain, space)
  let last: Tick[] = []
  for (const values of choices) {
    last = labelled(axis, values)
    if (fits(last)) return last
  }
  return last.slice(0, 1)
}

export function tickWidth(tick: NumberText, size: number): number {
  return textWidth(tick.text, size) + textWidth(tick.exponent ?? '', size * exponentScale)
}

/** From many to few. A `whole` axis also labels its first integer if there is room. */
function* linearChoices(axis: Axis, domain: Domain, space: Space): Iterable<number[]> {
  const few = axis.whole && domain[1] - domain[0] <= 14
  const most = space.direction === 'up' ? 7 : few ? 14 : Math.max(3, Math.round(space.length / 75))
  for (let count = most; count > 0; count--) {
    const values = roundNumbers(domain[0], domain[1], count)
    const kept = axis.whole ? values.filter(Number.isInteger) : values
    const first = Math.ceil(domain[0])
    const [second = first, third = second + 1] = kept
    if (axis.whole && second - first >= 0.7 * (third - second)) yield [first, ...kept]
    yield kept
  }
}

/** Decades, thinned evenly; within a decade or two, the 1-2-5 steps between. */
function* logChoices([low, high]: Domain): Iterable<number[]> {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  if (last - first < 2) {
    const steps = [1, 2, 5].flatMap((digit) =>
      range(first - 1, last).map((exponent) => Number(`${digit}e${exponent}`)),
    )
    const inside = steps.filter((v) => v >= low && v <= high).sort((a, b) => a - b)
    yield inside.length > 1 ? inside : roundNumbers(low, high, 4)
  }
  for (const step of [1, 2, 3, 5, 10, 20, 30, 50, 100, 200]) {
    yield range(first, last)
      .filter((exponent) => exponent % step === 0)
      .map((exponent) => Number(`1e${exponent}`))
  }
}

function labelled(axis: Axis, values: number[]): Tick[] {
  const size = Math.max(...values.map(Math.abs))
  const steps = values.slice(1).map((v, i) => Math.abs(v - (values[i] ?? 0)))
  const step = Number(Math.min(...steps).toPrecision(6)) // 0.8 − 0.7 is a little less than 0.1
  const decades = axis.scale === 'log' && values.every((v) => exponentOf(v) === Math.log10(v))
  const raised = decades ? size > 1 || size < 1e-1 || values.length > 2 : size >= 1e5 || size < 1e-3
  return values.map((value) => ({ value, ...numberText(value, raised, step, axis.scale) }))
}

function numberText(
  value: number,
  raised: boolean,
  step: number,
  scale: Axis['scale'],
): NumberText {
  if (raised && (value !== 0 || scale === 'log')) {
    const exponent = exponentOf(value)
    return power(String(Number(value.toExponential(11).split('e')[0])), exponent)
  }
  if (scale === 'log') return { text: String(Number(value.toPrecision(6))) }
  const places = Number.isFinite(step) ? Math.min(20, Math.max(0, -exponentOf(step))) : 0
  const text = Number.isFinite(step) ? value.toFixed(places) : String(value)
  return { text: Number(text) === 0 ? '0' : signed(text) }
}

function uncrowded(marks: Tick[], { size, direction }: Space, at: (tick: Tick) => number): boolean {
  const room = (tick: Tick) => (direction === 'up' ? 1.9 * size : tickWidth(tick, size))
  const gap = 0.5 * size
  return marks.every((tick, i) => {
    const before = marks[i - 1]
    if (!before) return true
    return at(tick) - at(before) >= (room(before) + room(tick)) / 2 + gap
  })
}

function fraction({ scale }: Axis, [low, high]: Domain): (value: number) => number {
  if (scale === 'linear') return (value) => (value - low) / (high - low)
  return (value) => Math.log(value / low) / Math.log(high / low)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
