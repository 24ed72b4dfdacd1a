import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Purpose, stream, xoshiro128 } from '../../src/core/random.ts'

const reference: { state: number[]; numbers: number[] }[] = JSON.parse(
  readFileSync(new URL('../golden/random.json', import.meta.url), 'utf8'),
)
const count = 100_000

test.each(reference)('xoshiro128** from $state gives the reference numbers', (expected) => {
  const next = xoshiro128(Uint32Array.from(expected.state))
  expect(expected.numbers.map(() => next())).toEqual(expected.numbers)
})

describe('uniform', () => {
  const { uniform } = stream(11, 'data')
  const draws = Float64Array.from({ length: count }, uniform).sort()

  test('stays in [0, 1) and has the moments of the uniform law', () => {
    const mean = draws.reduce((sum, u) => sum + u, 0) / count
    const square = draws.reduce((sum, u) => sum + (u - 0.5) ** 2, 0) / count
    expect(draws[0]).toBeGreaterThanOrEqual(0)
    expect(draws.at(-1)).toBeLessThan(1)
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / count))
    expect(Math.abs(square - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / count))
  })

  test('passes Kolmogorov and Smirnov at 1 %', () => {
    expect(distance(draws, (u) => u)).toBeLessThan(1.628 / Math.sqrt(count))
  })

  test('uses all 53 bits', () => {
    const low = [...draws.subarray(0, 1000)].map((u) => (u * 2 ** 53) % 2)
    expect(low.every(Number.isInteger)).toBe(true)
    expect(low.filter((bit) => bit === 1).length).toBeGreaterThan(400)
  })

  test('pairs that follow each other fill the square evenly (chi-square at 1 %)', () => {
    const { uniform: next } = stream(12, 'data')
    const cells = new Float64Array(256)
    for (let i = 0; i < count; i++) {
      const cell = 16 * Math.floor(16 * next()) + Math.floor(16 * next())
      cells[cell] = (cells[cell] as number) + 1
    }
    const expected = count / 256
    const chiSquare = cells.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    expect(chiSquare).toBeLessThan(310.5) // the 99th percentile at 255 degrees of freedom
    expect(chiSquare).toBeGreaterThan(205.4) // and the 1st: too even is no better
  })
})

test('normal has the moments of the standard normal and passes Kolmogorov and Smirnov at 1 %', () => {
  const { normal } = stream(13, 'weights')
  const draws = Float64Array.from({ length: count }, normal).sort()
  const moment = (power: number) => draws.reduce((sum, z) => sum + z ** power, 0) / count
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count))
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
  expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count))
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count))
  expect(distance(draws, normalShare)).toBeLessThan(1.628 / Math.sqrt(count))
})

test('normals drawn one after the other are not correlated', () => {
  const { normal } = stream(14, 'weights')
  const draws = Float64Array.from({ length: count }, normal)
  for (const lag of [1, 2, 3]) {
    const products = draws.subarray(lag).reduce((sum, z, i) => sum + z * (draws[i] as number), 0)
    expect(Math.abs(products / count)).toBeLessThan(4 / Math.sqrt(count))
  }
})

describe('permutation', () => {
  test('holds every number once', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (size, seed) => {
        const order = stream(seed, 'batches').permutation(size)
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(size).keys()])
      }),
      { seed: 1 },
    )
  })

  test('gives each of the 24 orders of four equally often (chi-square at 1 %)', () => {
    const draws = stream(15, 'batches')
    const seen = new Map<string, number>()
    for (let i = 0; i < 24_000; i++) {
      const order = draws.permutation(4).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(24)
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeLessThan(41.6) // 23 degrees of freedom
  })
})

describe('streams', () => {
  const purposes: Purpose[] = ['data', 'weights', 'biases', 'batches']
  const take = (seed: number, purpose: Purpose, index = 0) => {
    const { uniform } = stream(seed, purpose, index)
    return Array.from({ length: 4 }, uniform)
  }

  test('repeat with seed, purpose and index', () => {
    expect(take(5, 'weights', 3)).toEqual(take(5, 'weights', 3))
  })

  test('all differ: 200 seeds, four purposes, 50 indices, no first number twice', () => {
    const seeds = [...Array(200).keys()]
    const firsts = seeds.flatMap((seed) =>
      purposes.flatMap((purpose) =>
        Array.from({ length: 50 }, (_, index) => stream(seed, purpose, index).uniform()),
      ),
    )
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  test('of seeds next to each other are not correlated', () => {
    const firsts = Float64Array.from({ length: 10_000 }, (_, i) => stream(i, 'data').uniform())
    expect(distance(firsts.slice().sort(), (u) => u)).toBeLessThan(1.628 / 100)
    const products = firsts
      .subarray(1)
      .reduce((sum, u, i) => sum + (u - 0.5) * ((firsts[i] as number) - 0.5), 0)
    expect(Math.abs((12 * products) / firsts.length)).toBeLessThan(4 / 100)
  })
})

/** The largest gap between the share of draws below a point and what the law says. */
function distance(sorted: Float64Array, share: (x: number) => number): number {
  return sorted.reduce((largest, x, i) => {
    const expected = share(x)
    const gap = Math.max(expected - i / sorted.length, (i + 1) / sorted.length - expected)
    return Math.max(largest, gap)
  }, 0)
}

/** Φ(z) by its power series, which serves up to |z| of 6. */
function normalShare(z: number): number {
  let [term, sum] = [z, z]
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
