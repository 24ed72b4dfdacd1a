import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExperimentRecord } from '../../src/experiment/experiment.ts'
import { Fingerprint, fingerprint } from '../../src/experiment/fingerprint.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'

const record: ExperimentRecord = { step: 3, loss: 0.25, norms: [1, 2, 3], word: 'delta' }

test('is 16 hexadecimal digits', () => {
  expect(fingerprint([])).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprint([record])).toMatch(/^[0-9a-f]{16}$/)
})

test('the order of columns is of no account, the order of records is', () => {
  const turned = Object.fromEntries(Object.entries(record).reverse())
  expect(fingerprint([turned])).toBe(fingerprint([record]))
  const other = { ...record, step: 4 }
  expect(fingerprint([record, other])).not.toBe(fingerprint([other, record]))
})

test('one flipped bit anywhere in a number changes it', () => {
  const words = new Uint32Array(2)
  const number = new Float64Array(words.buffer)
  const seen = new Set([fingerprint([record])])
  for (let bit = 0; bit < 64; bit++) {
    number[0] = 0.25
    words[bit >> 5] = (words[bit >> 5] as number) ^ (1 << (bit & 31))
    if (Number.isNaN(number[0])) continue // every NaN counts as the same one
    seen.add(fingerprint([{ ...record, loss: number[0] }]))
    seen.add(fingerprint([{ ...record, norms: [1, number[0], 3] }]))
  }
  expect(seen.size).toBeGreaterThan(125)
})

test('every NaN counts as the same one, whatever its sign and payload', () => {
  const words = new Uint32Array(2)
  const number = new Float64Array(words.buffer)
  const one = fingerprint([{ x: Number.NaN, list: [Number.NaN] }])
  const payloads = [
    [0, 0x7ff80000],
    [1, 0x7ff80000],
    [0, 0xfff80000],
    [0xdeadbeef, 0xffffffff],
  ] as const
  for (const [low, high] of payloads) {
    words.set(isLittleEndian ? [low, high] : [high, low])
    expect(number[0]).toBeNaN()
    // A list may be a typed array, which keeps the bits; a plain number may lose them on its way.
    const list = number as unknown as readonly number[]
    expect(fingerprint([{ x: number[0] as number, list }]), `${high} ${low}`).toBe(one)
  }
})

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

describe('tells apart', () => {
  const differ: [string, ExperimentRecord[], ExperimentRecord[]][] = [
    ['zero and minus zero', [{ x: 0 }], [{ x: -0 }]],
    ['NaN and infinity', [{ x: Number.NaN }], [{ x: Number.POSITIVE_INFINITY }]],
    ['a number and a list of it', [{ x: 1 }], [{ x: [1] }]],
    ['where lists end', [{ x: [1, 2], y: [3] }], [{ x: [1], y: [2, 3] }]],
    ['names of columns', [{ x: 1 }], [{ y: 1 }]],
    ['words', [{ x: 'loss' }], [{ x: 'lost' }]],
    ['an empty list and none', [{ x: [] }], [{}]],
  ]
  test.each(differ)('%s', (_, a, b) => {
    expect(fingerprint(a)).not.toBe(fingerprint(b))
  })
})

test('different records hardly ever share one', () => {
  const prints = new Set<string>()
  for (let i = 0; i < 50_000; i++) prints.add(fingerprint([{ step: i }]))
  expect(prints.size).toBe(50_000)
})

test('may be read at any time without changing the outcome', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.double())), (lists) => {
      const records = lists.map((x) => ({ x }))
      const hash = new Fingerprint()
      for (const one of records) {
        hash.toString()
        hash.add(one)
      }
      expect(hash.toString()).toBe(fingerprint(records))
    }),
    { seed: 1 },
  )
})

/**
 * Fingerprints of known runs. If one of these fails, the same configuration now gives other numbers:
 * that must be on purpose. Then raise the experiment's `version` and put the new fingerprint here.
 */
describe('known runs', () => {
  test('gradient-flow, steps=5', async () => {
    const config = { ...defaults(gradientFlow.parameters), steps: 5 }
    expect(gradientFlow.version).toBe(1)
    expect((await runToEnd(gradientFlow, config)).fingerprint).toBe('2c7614912d4b855f')
  })

  test('chain-product, weights 1.5, -2, 0.5 and pre-activations 0.3, -1, 2', async () => {
    const config = {
      activation: 'sigmoid',
      weights: [1.5, -2, 0.5],
      preActivations: [0.3, -1, 2],
    } as const
    expect(chainProduct.version).toBe(1)
    expect((await runToEnd(chainProduct, config)).fingerprint).toBe('37e72dfe2ee2289d')
  })
})
