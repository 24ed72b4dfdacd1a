/** Every compiled kernel against the plain one, to the last bit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as kernels from '../../src/core/kernels.ts'
import { adamStep } from '../../src/core/optimizers/adam.ts'
import { momentumStep, nesterovStep } from '../../src/core/optimizers/momentum.ts'
import { rmspropStep } from '../../src/core/optimizers/rmsprop.ts'
import { descend } from '../../src/core/optimizers/sgd.ts'
import { openFast } from './fast-engine.ts'

/** Any double at all, and more often those that take another way: infinities, NaN, −0, far from 0. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 3, arbitrary: fc.double({ min: -800, max: 800, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, Infinity, -Infinity, NaN, 87, -87, 43.5, 1, -1) },
)
const size = fc.integer({ min: 1, max: 23 })
/** Longer than the longest stretch that the compiled product keeps in registers. */
const anyDepth = fc.oneof({ weight: 9, arbitrary: size }, fc.integer({ min: 250, max: 530 }))

const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length })

/**
 * Runs a kernel and its twin on the same numbers, in buffers of these lengths, and compares every
 * buffer's bits afterwards. NaN is equal to NaN: engines may choose its other bits.
 */
function sameBits<K extends (...parts: never[]) => void>(
  kernel: K,
  contents: readonly (readonly number[])[],
  sizes: readonly number[],
) {
  const engine = openFast(contents.flat().length, contents.length)
  const twin = engine.twin(kernel)
  expect(twin).not.toBe(kernel)
  const run = (does: K, allocate: (length: number) => Float64Array) => {
    const buffers = contents.map((values) => {
      const buffer = allocate(values.length)
      buffer.set(values)
      return buffer
    })
    does(...([...buffers, ...sizes] as never[]))
    return buffers.map((buffer) => bits(buffer))
  }
  expect(run(twin, engine.allocate)).toEqual(run(kernel, (length) => new Float64Array(length)))
}

/** The doubles as whole numbers, so that −0 is not 0. */
const bits = (buffer: Float64Array) =>
  Array.from(buffer, (x) =>
    Number.isNaN(x) ? NaN : new BigInt64Array(Float64Array.of(x).buffer)[0],
  )

/** Filled beforehand with a number that no kernel may leave standing, nor write beyond. */
const standing = (length: number) => new Array<number>(length).fill(99)

const products = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .record({ batch: anyDepth, fanIn: anyDepth, fanOut: size })
      .filter(({ batch, fanIn }) => batch < 250 || fanIn < 250),
  },
  // So many outputs that the compiled product copies both of its factors, and once too many to do so.
  {
    weight: 1,
    arbitrary: fc.record({ batch: size, fanIn: size, fanOut: fc.integer({ min: 63, max: 80 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      batch: fc.integer({ min: 120, max: 140 }),
      fanIn: fc.integer({ min: 8, max: 17 }),
      fanOut: fc.integer({ min: 63, max: 67 }),
    }),
  },
)

describe('the compiled kernels give the bits of the plain ones:', () => {
  test('linear', () =>
    fc.assert(
      fc.property(
        products.chain(({ batch, fanIn, fanOut }) =>
          fc.tuple(
            fc.constant([batch, fanIn, fanOut] as const),
            numbers(batch * fanIn),
            numbers(fanOut * fanIn),
            numbers(fanOut),
          ),
        ),
        ([sizes, inputs, weight, bias]) => {
          const [batch, , fanOut] = sizes
          sameBits(kernels.linear, [inputs, weight, bias, standing(batch * fanOut)], sizes)
        },
      ),
      { seed: 1, numRuns: 150 },
    ))

  test('linearGradInput', () =>
    fc.assert(
      fc.property(
        products.chain(({ batch, fanIn: fanOut, fanOut: fanIn }) =>
          fc.tuple(
            fc.constant([batch, fanIn, fanOut] as const),
            numbers(batch * fanOut),
            numbers(fanOut * fanIn),
          ),
        ),
        ([sizes, delta, weight]) => {
          const [batch, fanIn] = sizes
          sameBits(kernels.linearGradInput, [delta, weight, standing(batch * fanIn)], sizes)
        },
      ),
      { seed: 2, numRuns: 150 },
    ))

  test('linearGradParameters', () =>
    fc.assert(
      fc.property(
        products.chain(({ batch, fanIn, fanOut }) =>
          fc.tuple(
            fc.constant([batch, fanIn, fanOut] as const),
            numbers(batch * fanOut),
            numbers(batch * fanIn),
          ),
        ),
        ([sizes, delta, inputs]) => {
          const [, fanIn, fanOut] = sizes
          const grads = [standing(fanOut * fanIn), standing(fanOut)]
          sameBits(kernels.linearGradParameters, [delta, inputs, ...grads], sizes)
        },
      ),
      { seed: 3, numRuns: 150 },
    ))

  const { rectify, sigmoidMap, tanhMap, eluMap, softplusMap, seluMap, geluMap, siluMap } = kernels
  const maps = { rectify, sigmoidMap, tanhMap, eluMap, softplusMap, seluMap, geluMap, siluMap }
  test.each(Object.entries(maps))('%s', (_, map) =>
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 60 }),
        fc.oneof(fc.constantFrom(0, -0, 1, 0.01), number),
        (z, parameter) => {
          const { length } = z
          sameBits(map, [z, standing(length), standing(length)], [length, parameter])
        },
      ),
      { seed: 4, numRuns: 1000 },
    ),
  )

  const pairs = size.chain((length) => fc.tuple(numbers(length), numbers(length)))
  test('multiply', () =>
    fc.assert(
      fc.property(pairs, ([x, y]) =>
        sameBits(kernels.multiply, [x, y, standing(x.length)], [x.length]),
      ),
      { seed: 5 },
    ))

  const optimizers = [
    ['descend', descend, 2, 1],
    ['momentumStep', momentumStep, 3, 2],
    ['nesterovStep', nesterovStep, 3, 2],
    ['rmspropStep', rmspropStep, 3, 3],
    ['adamStep', adamStep, 4, 5],
  ] as const
  test.each(optimizers)('%s', (_, kernel, buffers, settings) => {
    const contents = size.chain((length) =>
      fc.array(numbers(length), { minLength: buffers, maxLength: buffers }),
    )
    fc.assert(
      fc.property(contents, numbers(settings), (lists, values) =>
        sameBits(kernel as (...parts: never[]) => void, lists, [lists[0]?.length ?? 0, ...values]),
      ),
      { seed: 6, numRuns: 300 },
    )
  })
})

describe('memory', () => {
  test('a kernel without a twin stays itself, and works on the same buffers', () => {
    const engine = openFast(3, 1)
    const fill = (x: Float64Array) => x.fill(1)
    expect(engine.twin(fill)).toBe(fill)
    expect([...fill(engine.allocate(3))]).toEqual([1, 1, 1])
  })

  test('buffers of one engine and of the next do not overlap, whatever their lengths', () => {
    const buffers = [1, 2, 3].flatMap((numbers) => {
      const engine = openFast(numbers * 3, 3)
      return [numbers, numbers, numbers].map((length) => engine.allocate(length).fill(numbers))
    })
    for (const buffer of buffers) expect(new Set(buffer).size).toBe(1)
  })

  test('an engine that is full says so: a buffer elsewhere would be taken for one of its own', () => {
    const engine = openFast(4, 1)
    expect(engine.holds(engine.allocate(4))).toBe(true)
    expect(() => engine.allocate(400)).toThrow('room for 400 numbers')
  })

  // The second fills its pages to the last number.
  test.each([1_000, 1_064_946, 2_000_000])(
    'an engine of %i numbers has room for them, and for what is read beyond the last',
    (filling) => {
      const engine = openFast(filling + 4, 5)
      engine.allocate(filling)
      const [inputs, weight, out, bias] = Array.from({ length: 4 }, () =>
        engine.allocate(1).fill(3),
      )
      if (!inputs || !weight || !out || !bias) throw new Error('four were made')
      engine.twin(kernels.linear)(inputs, weight, bias, out, 1, 1, 1)
      expect(out[0]).toBe(12)
    },
  )
})
