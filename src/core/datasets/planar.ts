import { cos, sin } from '../math.ts'
import { stream } from '../random.ts'
import { type Dataset, planar } from './dataset.ts'

type MakeDataset = (count: number, seed: number) => Dataset

/** Four clouds at (±1, ±1); the class is whether the signs differ. */
export const xor: MakeDataset = (count, seed) => {
  const draw = stream(seed, 'data')
  return planar(count, 2, (i) => {
    const [left, below] = [i % 2, (i >> 1) % 2]
    const x = (left ? -1 : 1) + 0.2 * draw.normal()
    const y = (below ? -1 : 1) + 0.2 * draw.normal()
    return [x, y, left ^ below]
  })
}

/** Two half circles that reach into each other. */
export const moons: MakeDataset = (count, seed) => {
  const draw = stream(seed, 'data')
  return planar(count, 2, (i) => {
    const angle = Math.PI * draw.uniform()
    const label = i % 2
    const x = label ? 0.5 - cos(angle) : cos(angle) - 0.5
    const y = label ? 0.25 - sin(angle) : sin(angle) - 0.25
    return [x + 0.1 * draw.normal(), y + 0.1 * draw.normal(), label]
  })
}

/** A small circle inside a larger one. */
export const circles: MakeDataset = (count, seed) => {
  const draw = stream(seed, 'data')
  return planar(count, 2, (i) => {
    const label = i % 2
    const radius = (label ? 0.5 : 1) + 0.08 * draw.normal()
    const angle = 2 * Math.PI * draw.uniform()
    return [radius * cos(angle), radius * sin(angle), label]
  })
}

/** Three arms that wind around the origin, each a little more than half a turn. */
export const spiral: MakeDataset = (count, seed) => {
  const draw = stream(seed, 'data')
  return planar(count, 3, (i) => {
    const label = i % 3
    const radius = draw.uniform()
    const angle = (label * 2 * Math.PI) / 3 + 4 * radius + 0.2 * draw.normal()
    return [radius * cos(angle), radius * sin(angle), label]
  })
}
