import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { softmaxMixer } from '../../src/experiments/softmax-mixer/index.ts'
import type { SoftmaxMixerConfig } from '../../src/experiments/softmax-mixer/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

function run(config: Partial<SoftmaxMixerConfig>) {
  const [record] = softmaxMixer.run({ ...defaults(softmaxMixer.parameters), ...config }, {})
  if (!record) throw new Error('expected a record')
  return record
}
const rounded = (values: readonly number[], places = 4) => values.map((x) => x.toFixed(places))
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0)

test('(2.5, −1, 3.2, 0.5) gives (.3145, .0095, .6334, .0426)', () => {
  expect(rounded(run({}).output)).toEqual(['0.3145', '0.0095', '0.6334', '0.0426'])
})

test('the gradient is a − y whichever class is right, and nudging agrees', () => {
  for (let trueClass = 1; trueClass <= 4; trueClass++) {
    const { output, gradient, nudged, label } = run({ trueClass })
    expect(label).toBe(trueClass - 1)
    expect(gradient).toEqual(output.map((a, j) => a - Number(j === label)))
    expect(rounded(nudged, 8)).toEqual(rounded(gradient, 8))
  }
})

test('a class beyond the last is the last', () => {
  expect(run({ logits: [1, 2], trueClass: 6 }).label).toBe(1)
})

test('a constant changes nothing, though the bare formula breaks down', () => {
  const [plain, moved] = [run({}), run({ constant: 1000 })]
  expect(rounded(moved.output, 10)).toEqual(rounded(plain.output, 10))
  expect(moved.bare.every(Number.isNaN)).toBe(true)
  expect(rounded(plain.bare, 12)).toEqual(rounded(plain.output, 12))
})

test('two classes are a sigmoid of the difference', () => {
  const { output } = run({ logits: [1.7, -0.4] })
  expect(output[0]).toBeCloseTo(1 / (1 + Math.exp(-2.1)), 14)
})

test('half the temperature squares the ratios', () => {
  const [one, half] = [run({ logits: [1, 2, 3] }), run({ logits: [1, 2, 3], temperature: 0.5 })]
  const ratio = ({ output }: typeof one) => (output[2] as number) / (output[1] as number)
  expect(ratio(half)).toBeCloseTo(ratio(one) ** 2, 12)
})

test('outputs share 1, gradient and Jacobian sum to zero, and the slopes are those that nudging gives', () => {
  fc.assert(
    fc.property(arbitraryConfig(softmaxMixer.parameters), (config) => {
      const { output, gradient, jacobian } = run(config)
      const { temperature } = config
      const n = output.length
      expect(sum(output)).toBeCloseTo(1, 12)
      expect(output.every((a) => a >= 0 && a <= 1)).toBe(true)
      expect(sum(gradient) * temperature).toBeCloseTo(0, 12)
      for (let j = 0; j < n; j++) {
        const row = jacobian.slice(j * n, (j + 1) * n)
        const column = output.map((_, k) => jacobian[k * n + j] as number)
        expect(sum(row) * temperature).toBeCloseTo(0, 12)
        expect(sum(column) * temperature).toBeCloseTo(0, 12)
      }
    }),
    { seed: 1, numRuns: 300 },
  )
  const h = 1e-5
  const logits = [2.5, -1, 3.2, 0.5]
  const { jacobian } = run({ logits, temperature: 2 })
  logits.forEach((_, k) => {
    const at = (d: number) =>
      run({ temperature: 2, logits: logits.map((z, j) => (j === k ? z + d : z)) }).output
    at(h).forEach((above, j) => {
      const slope = (above - (at(-h)[j] as number)) / (2 * h)
      expect(jacobian[j * 4 + k]).toBeCloseTo(slope, 9)
    })
  })
})
