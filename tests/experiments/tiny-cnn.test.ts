/** The parts of a shared gradient, the borders' share, and the breaths of tiny-cnn. */
import { expect, test } from 'vitest'
import { Batches, Conv2d, digits, finish } from '../../src/core/index.ts'
import { load } from '../../src/experiment/data.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { tinyCnn } from '../../src/experiments/tiny-cnn/index.ts'
import { keptByBorders, makeTinyCnn, signals } from '../../src/experiments/tiny-cnn/network.ts'
import type { TinyCnnRecord } from '../../src/experiments/tiny-cnn/record.ts'
import { partOfGradient, sharingGain } from '../../src/experiments/tiny-cnn/sharing.ts'

const base = defaults(tinyCnn.parameters)
const data = await load(tinyCnn, base)

test.each(['none', 'max', 'average'] as const)(
  'the parts of all places add up to the gradient, pooling %s',
  (pooling) => {
    const set = digits(data.digits as NonNullable<typeof data.digits>, 12, 1)
    const batches = new Batches(set, 6, 1)
    batches.advance()
    const net = makeTinyCnn({ ...base, depth: 3, channels: 2, pooling }, 10, 6)
    finish(net.network.propagate(batches.inputs, batches.targets, 6))
    let seen = 0
    for (const { layer, signal } of signals(net, batches.inputs, 6)) {
      if (!(layer instanceof Conv2d)) continue
      const part = new Float64Array(layer.weight.value.length)
      const sum = new Float64Array(part.length)
      const places = layer.output.height * layer.output.width
      let squares = 0
      for (let place = 0; place < places; place++) {
        partOfGradient(layer, signal, place, part)
        part.forEach((x, i) => {
          sum[i] = (sum[i] as number) + x
          squares += x * x
        })
      }
      sum.forEach((x, i) => {
        expect(x).toBeCloseTo(layer.weight.grad[i] as number, 12)
      })
      const gain = Math.hypot(...sum) / Math.sqrt(squares / places)
      expect(sharingGain(layer, signal)).toBeCloseTo(gain, 9)
      seen++
    }
    expect(seen).toBe(3)
  },
)

test('borders keep 22/24 at first and the operator’s largest eigenvalue in the end', () => {
  expect(keptByBorders(8, 1)[0]).toBeCloseTo(22 / 24, 14)
  for (const side of [4, 8]) {
    const eigenvalue = (1 + 2 * Math.cos(Math.PI / (side + 1))) / 3
    expect(keptByBorders(side, 200).at(-1)).toBeCloseTo(eigenvalue, 12)
  }
})

test('looking changes nothing: training is the same however often it is recorded', () => {
  const end = (recordEvery: number) => {
    const config = { ...base, depth: 3, channels: 2, pooling: 'max' as const, steps: 6 }
    let last: TinyCnnRecord | undefined
    for (const record of tinyCnn.run({ ...config, recordEvery }, data)) last = record ?? last
    return last
  }
  expect(end(1)?.filters).toEqual(end(6)?.filters)
  expect(end(1)?.lastMaps).toEqual(end(6)?.lastMaps)
})

test('a record holds one number a layer and whole maps', () => {
  const config = { ...base, depth: 3, channels: 2, pooling: 'max' as const, steps: 0, example: 9 }
  const record = [...tinyCnn.run(config, data)].find((one) => one !== undefined)
  expect(record?.deltaNorm).toHaveLength(4)
  expect(record?.sharing).toHaveLength(3)
  expect(record?.filters).toHaveLength(18)
  expect(record?.firstMaps).toHaveLength(128)
  expect(record?.lastMaps).toHaveLength(32)
  expect(record?.picture).toHaveLength(64)
})
