import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import {
  circles,
  type Dataset,
  digits,
  moons,
  spiral,
  unpackDigits,
  xor,
} from '../../src/core/datasets/index.ts'

describe('the digits', () => {
  const file = unpackDigits(packed)

  test('are 1,797 rows of 64 counts from 0 to 16', () => {
    expect(file.labels.length).toBe(1797)
    expect(file.pixels.length).toBe(1797 * 64)
    expect(Math.min(...file.pixels)).toBe(0)
    expect(Math.max(...file.pixels)).toBe(16)
  })

  test('have the class counts of the original', () => {
    const counts = Array(10).fill(0)
    for (const label of file.labels) counts[label]++
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  })

  test('give back the text they were packed from', () => {
    const rows = Array.from(file.labels, (label, i) =>
      [...file.pixels.subarray(64 * i, 64 * i + 64), label].join(','),
    )
    expect(
      createHash('sha256')
        .update(`${rows.join('\n')}\n`)
        .digest('hex'),
    ).toBe('6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8')
  })

  test('as a data set are pixels over 16, the first of the file for seed 0', () => {
    const set = digits(file, 20, 0)
    expect([set.count, set.features, set.classes]).toEqual([20, 64, 10])
    expect([...set.inputs]).toEqual(Array.from(file.pixels.subarray(0, 20 * 64), (p) => p / 16))
    expect([...set.labels]).toEqual([...file.labels.subarray(0, 20)])
    expectOneHot(set)
  })

  test('are drawn without replacement for any other seed', () => {
    const set = digits(file, 1797, 3)
    const row = (inputs: ArrayLike<number>, i: number, scale: number) =>
      Array.from({ length: 64 }, (_, j) => (inputs[64 * i + j] as number) * scale).join()
    const all = (inputs: ArrayLike<number>, scale: number) =>
      Array.from({ length: 1797 }, (_, i) => row(inputs, i, scale)).sort()
    expect(all(set.inputs, 16)).toEqual(all(file.pixels, 1))
    expect(digits(file, 50, 3)).toEqual(digits(file, 50, 3))
    expect(digits(file, 50, 3).inputs).not.toEqual(digits(file, 50, 4).inputs)
  })

  test('of a broken file are refused', () => {
    expect(() => unpackDigits(packed.slice(1))).toThrow(/expected 65 characters a digit/)
  })
})

const planarSets = { xor, moons, circles, spiral }

describe.each(Object.entries(planarSets))('%s', (id, make) => {
  const classes = id === 'spiral' ? 3 : 2
  const set = make(600, 5)

  test('has points in the plane, the classes in equal parts', () => {
    expect([set.count, set.features, set.classes]).toEqual([600, 2, classes])
    const counts = Array(classes).fill(0)
    for (const label of set.labels) counts[label]++
    expect(counts).toEqual(Array(classes).fill(600 / classes))
    expect(set.inputs.every((x) => Math.abs(x) < 2.5)).toBe(true)
    expectOneHot(set)
  })

  test('repeats with its seed, and a larger set begins with the smaller', () => {
    expect(make(600, 5)).toEqual(set)
    expect(make(600, 6).inputs).not.toEqual(set.inputs)
    expect(make(60, 5).inputs).toEqual(set.inputs.slice(0, 120))
  })
})

describe('the planar sets have the shapes that they are called by', () => {
  const pointsOf = ({ inputs, labels }: Dataset) =>
    Array.from(labels, (label, i) => ({
      x: inputs[2 * i] as number,
      y: inputs[2 * i + 1] as number,
      label,
    }))
  const share = <T>(points: T[], is: (point: T) => boolean) =>
    points.filter(is).length / points.length

  test('xor: the class says whether the signs differ', () => {
    const right = share(pointsOf(xor(600, 1)), ({ x, y, label }) => Number(x * y < 0) === label)
    expect(right).toBe(1)
  })

  test('circles: the class says which side of the radius 0.75', () => {
    const points = pointsOf(circles(600, 1))
    expect(share(points, (p) => Number(Math.hypot(p.x, p.y) < 0.75) === p.label)).toBeGreaterThan(
      0.99,
    )
  })

  test('moons: no straight line through the middle parts them, two arcs do', () => {
    const points = pointsOf(moons(600, 1))
    expect(share(points, (p) => Number(p.y < 0) === p.label)).toBeLessThan(0.95)
    const fromArc = ({ x, y }: { x: number; y: number }, label: number) => {
      const [cx, cy] = label ? [0.5, 0.25] : [-0.5, -0.25]
      const below = label ? y <= cy : y >= cy
      return below ? Math.abs(Math.hypot(x - cx, y - cy) - 1) : Number.POSITIVE_INFINITY
    }
    const nearest = (p: (typeof points)[number]) => Number(fromArc(p, 1) < fromArc(p, 0))
    expect(share(points, (p) => nearest(p) === p.label)).toBeGreaterThan(0.97)
  })

  test('spiral: a point turned back by four times its radius lies on the arm of its class', () => {
    const points = pointsOf(spiral(600, 1))
    const right = share(points, ({ x, y, label }) => {
      const turned = Math.atan2(y, x) - 4 * Math.hypot(x, y) - (label * 2 * Math.PI) / 3
      return Math.cos(turned) > Math.cos(Math.PI / 3)
    })
    expect(right).toBeGreaterThan(0.99)
  })
})

function expectOneHot({ targets, labels, classes }: Dataset): void {
  labels.forEach((label, i) => {
    const row = Array(classes).fill(0)
    row[label] = 1
    expect([...targets.subarray(i * classes, (i + 1) * classes)]).toEqual(row)
  })
}
