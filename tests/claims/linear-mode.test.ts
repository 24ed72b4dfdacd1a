/**
 * Saxe, McClelland and Ganguli (2014): two linear layers, small learning rates. The formula is written
 * out here once more, as published; nothing of the experiment's own prediction is used.
 */
import { describe, expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { linearMode } from '../../src/experiments/linear-mode/index.ts'
import type {
  LinearModeConfig,
  LinearModeRecord,
} from '../../src/experiments/linear-mode/record.ts'

const tau = 1

function published(s: number, start: number, t: number): number {
  const e = Math.exp((2 * s * t) / tau)
  return (s * e) / (e - 1 + s / start)
}
const publishedHalfRise = (s: number, start: number) => (tau / (2 * s)) * Math.log(s / start - 1)

function run(config: Partial<LinearModeConfig>): LinearModeRecord[] {
  const full = { ...defaults(linearMode.parameters), ...config }
  return [...linearMode.run(full, {})].filter((record) => record !== undefined)
}

/** When a mode is half learned, between the two records around it. */
function halfRise(records: readonly LinearModeRecord[], mode: number, s: number): number {
  const i = records.findIndex(({ strength }) => (strength[mode] as number) > s / 2)
  const [before, after] = [records[i - 1], records[i]] as [LinearModeRecord, LinearModeRecord]
  const [low, high] = [before.strength[mode] as number, after.strength[mode] as number]
  return before.time + ((s / 2 - low) / (high - low)) * (after.time - before.time)
}

const far = (a: number, b: number) => Math.abs(a / b - 1)

/** The farthest that any mode gets from the published curve, relative to it. */
function farthest(records: readonly LinearModeRecord[], config: Partial<LinearModeConfig>): number {
  const { strengths = [], startSize = 0 } = config
  return Math.max(
    ...records.flatMap(({ time, strength }) =>
      strengths.map((s, i) =>
        far(strength[i] as number, published(s, startSize * startSize, time)),
      ),
    ),
  )
}

describe.each([
  { strengths: [1], startSize: Math.sqrt(0.001), learningRate: 0.001, duration: 8 },
  { strengths: [0.5], startSize: 0.1, learningRate: 0.001, duration: 14 },
  { strengths: [3, 2, 1], startSize: 0.001, learningRate: 0.001, duration: 10 },
  { strengths: [4, 2, 1, 0.5], startSize: Math.sqrt(0.001), learningRate: 0.001, duration: 12 },
  { strengths: [4, 2, 1, 0.5], startSize: Math.sqrt(0.001), learningRate: 0.0005, duration: 12 },
  { strengths: [5, 5, 3], startSize: 0.01, learningRate: 0.001, duration: 4 },
])('strengths $strengths from √u₀ = $startSize, η = $learningRate', (config) => {
  const records = run(config)
  const { strengths, startSize } = config
  const start = startSize * startSize

  test('half-rise at (τ/2s) ln(s/u₀ − 1), within 2 %', () => {
    strengths.forEach((s, mode) => {
      expect(far(halfRise(records, mode, s), publishedHalfRise(s, start))).toBeLessThan(0.02)
    })
  })

  test('the whole curve lies within 2 % of the formula', () => {
    expect(farthest(records, config)).toBeLessThan(0.02)
  })

  test('and the widget draws that formula', () => {
    for (const { time, predicted } of records) {
      strengths.forEach((s, mode) => {
        expect(
          far(predicted[mode] as number, published(s, startSize * startSize, time)),
        ).toBeLessThan(1e-12)
      })
    }
  })
})

describe('where 2 % ends', () => {
  const config = { strengths: [5], startSize: 0.0001, learningRate: 0.001, duration: 4 }

  test('a strong mode from a tiny start is over it while it rises, and half the rate mends that', () => {
    expect(farthest(run(config), config)).toBeGreaterThan(0.02)
    const finer = { ...config, learningRate: 0.0005, duration: 8 }
    expect(farthest(run(finer), finer)).toBeLessThan(0.02)
  })

  test('its half-rise is late by a share of ηs/2 all the same, and no more', () => {
    const late = halfRise(run(config), 0, 5) / publishedHalfRise(5, 1e-8) - 1
    expect(late / (0.001 * 5 * 0.5)).toBeGreaterThan(0.8)
    expect(late / (0.001 * 5 * 0.5)).toBeLessThan(1.2)
  })
})

test('each mode of a network is a product a · b of two numbers, descended by hand', () => {
  const config = {
    strengths: [3, 2, 1],
    startSize: Math.sqrt(0.001),
    learningRate: 0.01,
    duration: 3,
  }
  const records = run(config)
  config.strengths.forEach((s, mode) => {
    let [a, b] = [Math.sqrt(0.001), Math.sqrt(0.001)]
    for (const { strength } of records) {
      expect(strength[mode]).toBeCloseTo(a * b, 10)
      const error = s - a * b
      ;[a, b] = [a + 0.01 * b * error, b + 0.01 * a * error]
    }
  })
})

test('an aligned start never mixes the modes', () => {
  expect(Math.max(...run({}).map(({ crosstalk }) => crosstalk))).toBeLessThan(1e-12)
})

test('from 20 random starts: the modes mix, come in the same order, and wait less than twice as long', () => {
  const strengths = [3, 2, 1]
  let longer = 0
  for (let weightSeed = 1; weightSeed <= 20; weightSeed++) {
    const records = run({ start: 'random', strengths, startSize: 0.001, weightSeed, duration: 16 })
    expect(Math.max(...records.map(({ crosstalk }) => crosstalk))).toBeGreaterThan(1e-6)
    const waits = strengths.map((s, mode) => halfRise(records, mode, s))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    waits.forEach((wait, mode) => {
      const ratio = wait / publishedHalfRise(strengths[mode] as number, 1e-6)
      expect(ratio).toBeGreaterThan(0.95)
      expect(ratio).toBeLessThan(2)
      longer += Number(ratio > 1)
    })
  }
  expect(longer).toBeGreaterThan(45) // of 60
})

/** L weights in a row, descended by hand from u₀ = 10⁻⁶: when the mode of strength 1 is half learned. */
function waitOf(layers: number): number {
  const rate = 0.01
  let weight = 1e-6 ** (1 / layers)
  let steps = 0
  for (; weight ** layers < 0.5; steps++) {
    weight += rate * weight ** (layers - 1) * (1 - weight ** layers)
  }
  return steps * rate
}

test('deeper, du/dt = L u^(2 − 2/L) (s − u): the wait grows like a power of 1/u₀, no longer its logarithm', () => {
  // The integral of du / (L u^(2 − 2/L)(1 − u)) from u₀ to ½, on a logarithmic grid.
  const integral = (layers: number) => {
    const n = 100_000
    const width = (Math.log(0.5) - Math.log(1e-6)) / n
    let sum = 0
    for (let i = 0; i < n; i++) {
      const u = 1e-6 * Math.exp((i + 0.5) * width)
      sum += (width * u) / (layers * u ** (2 - 2 / layers) * (1 - u))
    }
    return sum
  }
  for (const layers of [2, 3, 4]) expect(far(waitOf(layers), integral(layers))).toBeLessThan(0.02)
  expect(integral(2)).toBeCloseTo(publishedHalfRise(1, 1e-6), 3)
  expect(waitOf(3) / waitOf(2)).toBeGreaterThan(14)
  expect(waitOf(4) / waitOf(2)).toBeGreaterThan(70)
})
