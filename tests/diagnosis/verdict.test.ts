/** Each rule on a log made for it, at its limit and past it. What is expected is computed here by hand. */
import { describe, expect, test } from 'vitest'
import { limits } from '../../src/diagnosis/limits.ts'
import type { LayerLog, TrainingLog } from '../../src/diagnosis/log.ts'
import { diagnose } from '../../src/diagnosis/verdict.ts'

type Given = Partial<Record<'updateRatio' | 'saturated' | 'dead', number>>

/** Layers whose numbers are the same at every step. */
function steady(norms: readonly number[], given: Given = {}, loss?: readonly number[]) {
  const steps = Array.from({ length: 8 }, (_, i) => i)
  const all = (value: number) => steps.map(() => value)
  const others = Object.fromEntries(Object.entries(given).map(([name, x]) => [name, all(x)]))
  const layers = norms.map((norm, i): LayerLog => {
    return { name: `layers.${i}`, gradientNorm: all(norm), ...others }
  })
  return { steps, layers, ...(loss && { loss }) } satisfies TrainingLog
}

const verdictOf = (log: TrainingLog) => diagnose(log).run.verdict
const byLayer = (log: TrainingLog) => diagnose(log).layers.map(({ verdict }) => verdict)

describe('a factor per layer', () => {
  test('of a quarter over four layers is vanishing, in the layers that are a hundred times weaker', () => {
    const log = steady([1 / 256, 1 / 64, 1 / 16, 1 / 4, 1])
    expect(byLayer(log)).toEqual(['vanishing', 'healthy', 'healthy', 'healthy', 'healthy'])
    const { run } = diagnose(log)
    expect(run).toMatchObject({ verdict: 'vanishing', layer: 'layers.0' })
    expect(run.numbers.factor).toBeCloseTo(1 / 4, 12)
    expect(run.numbers.weaker).toBeCloseTo(256, 9)
  })

  test('of four is exploding', () => {
    const log = steady([256, 64, 16, 4, 1])
    expect(verdictOf(log)).toBe('exploding')
    expect(diagnose(log).run.numbers).toMatchObject({ stronger: 256, factor: 4 })
  })

  test('is judged at a hundred, not before', () => {
    expect(verdictOf(steady([0.0101, 0.1, 1]))).toBe('healthy')
    expect(verdictOf(steady([0.0099, 0.1, 1]))).toBe('vanishing')
    expect(verdictOf(steady([99, 10, 1]))).toBe('healthy')
    expect(verdictOf(steady([101, 10, 1]))).toBe('exploding')
  })

  test('holds for a network of two layers too', () => {
    expect(verdictOf(steady([1e-3, 1]))).toBe('vanishing')
    expect(verdictOf(steady([1e3, 1]))).toBe('exploding')
  })
})

test('a layer alone is compared with none', () => {
  expect(diagnose(steady([1e-5])).run).toMatchObject({ verdict: 'healthy', reason: 'alone' })
  expect(diagnose(steady([0])).run.verdict).toBe('dead')
})

describe('without a factor per layer the scale is wrong', () => {
  test('level layers far below the last', () => {
    const log = steady([2e-5, 2e-5, 1e-5, 2e-5, 2e-5, 1])
    expect(byLayer(log).slice(0, 5)).toEqual(Array(5).fill('wrongScale'))
    expect(diagnose(log).run.reason).toBe('tooSmall')
  })

  test('one layer far above all others', () => {
    expect(diagnose(steady([500, 1, 1.1, 1, 0.9, 1])).run).toMatchObject({
      verdict: 'wrongScale',
      reason: 'tooLarge',
      layer: 'layers.0',
    })
  })
})

describe('zero', () => {
  test('is dead', () => {
    expect(byLayer(steady([0, 0, 1]))).toEqual(['dead', 'dead', 'healthy'])
    expect(byLayer(steady([0, 0, 0]))).toEqual(['dead', 'dead', 'dead'])
  })

  test('behind gradients too small to be written down is vanishing', () => {
    expect(byLayer(steady([0, 1e-38, 1e-25, 1e-12, 1]))[0]).toBe('vanishing')
  })

  test('in less than half of the steps is not', () => {
    const log = steady([1, 1])
    const sparse = [0, 1, 1, 0, 1, 1, 0, 1]
    const layers = [{ name: 'a', gradientNorm: sparse }, ...log.layers]
    expect(verdictOf({ ...log, layers })).toBe('healthy')
  })
})

test.each([
  [{ updateRatio: 0.099 }, 'healthy'],
  [{ updateRatio: 0.1 }, 'tooFast'],
  [{ updateRatio: 1.1e-5 }, 'healthy'],
  [{ updateRatio: 1e-5 }, 'tooSlow'],
  [{ saturated: 0.79 }, 'healthy'],
  [{ saturated: 0.8 }, 'saturated'],
  [{ dead: 0.8, saturated: 0.9 }, 'dead'],
  [{ saturated: 0.9, updateRatio: 0.2 }, 'tooFast'],
] as const)('%j is %s', (given, verdict) => {
  expect(verdictOf(steady([1, 1, 1], given))).toBe(verdict)
})

test('causes stand before what follows: saturated before vanishing, exploding before too fast', () => {
  expect(verdictOf(steady([1e-4, 1e-2, 1], { saturated: 0.9 }))).toBe('saturated')
  expect(verdictOf(steady([1e4, 1e2, 1], { updateRatio: 0.5 }))).toBe('exploding')
})

test('a few slow layers do not make a slow run', () => {
  const log = steady([1, 1, 1], { updateRatio: 1e-3 })
  const slow = { ...(log.layers[0] as LayerLog), updateRatio: Array(8).fill(1e-6) }
  const diagnosis = diagnose({ ...log, layers: [slow, ...log.layers.slice(1)] })
  expect(diagnosis.layers[0]?.verdict).toBe('tooSlow')
  expect(diagnosis.run.verdict).toBe('healthy')
})

describe('without update ratios the loss decides', () => {
  const loss = (first: number, last: number) => [first, first, 1, 1, 1, 1, last, last]
  test.each([
    [2, 1, 'healthy'],
    [2, 1.95, 'healthy'],
    [2, 1.97, 'tooSlow'],
    [2, 2.9, 'tooSlow'],
    [2, 3.1, 'tooFast'],
  ])('from %d to %d: %s', (first, last, verdict) => {
    expect(verdictOf(steady([1, 1], {}, loss(first, last)))).toBe(verdict)
  })
})

describe('not finite', () => {
  const bad = (norms: (number | null)[][], loss?: number[]): TrainingLog => ({
    steps: [0, 10, 20, 30],
    layers: norms.map((gradientNorm, i) => ({ name: `layers.${i}`, gradientNorm })),
    ...(loss && { loss }),
  })

  test('names the first step, and of the layers that break there the last', () => {
    const log = bad([
      [1, 1, 1, Number.NaN],
      [1, 1, Infinity, Number.NaN],
      [1, null, Number.NaN, Number.NaN],
      [1, 1, 1, 1],
    ])
    const { run, layers } = diagnose(log)
    expect(run).toMatchObject({ verdict: 'nonFinite', layer: 'layers.2', numbers: { step: 20 } })
    expect(layers.map(({ verdict }) => verdict)).toEqual([
      'nonFinite',
      'nonFinite',
      'nonFinite',
      'healthy',
    ])
    expect(layers[0]?.numbers.step).toBe(30)
  })

  test('in the loss first says so', () => {
    const { run } = diagnose(bad([[1, 1, 1, Number.NaN]], [2, Number.NaN, 1, 1]))
    expect(run).toMatchObject({ reason: 'lossNonFinite', numbers: { step: 10 } })
  })

  test('says what was wrong before', () => {
    const explodes = [1e4, 1e2, 1].map((norm) => [norm, norm, norm, Number.NaN])
    expect(diagnose(bad(explodes))).toMatchObject({
      run: { verdict: 'nonFinite' },
      before: 'exploding',
    })
  })

  test('from the first step on leaves nothing to judge, and no exception', () => {
    const { run, layers } = diagnose(bad([Array(4).fill(Number.NaN), Array(4).fill(Number.NaN)]))
    expect(run.verdict).toBe('nonFinite')
    expect(layers).toHaveLength(2)
  })
})

test('medians: a few wild steps change nothing', () => {
  const log = steady([1, 1, 1])
  const wild = [1, 1, 1e9, 1, 1e-9, 1, 1, 1]
  const layers = log.layers.map((layer, i) => (i === 0 ? { ...layer, gradientNorm: wild } : layer))
  expect(verdictOf({ ...log, layers })).toBe('healthy')
})

test('the chapter quotes the limits as they are', () => {
  expect(limits).toMatchObject({ far: 100, usualUpdate: 1e-3, saturated: 0.8, risen: 1.5 })
})
