import type { UnitLayer } from '../layers/layer.ts'

/** The share of (example, unit) pairs whose slope is below a tenth of the steepest that the activation has. */
export function saturatedFraction({ slope, batch, units, act }: UnitLayer): number {
  const limit = act.steepest / 10
  let count = 0
  for (let i = 0; i < batch * units; i++) if (Math.abs(slope[i] as number) < limit) count++
  return count / (batch * units)
}

/** The share of units whose slope is exactly zero for every example of the batch: they learn nothing from it. */
export function deadFraction({ slope, batch, units }: UnitLayer): number {
  let dead = 0
  for (let unit = 0; unit < units; unit++) {
    let alive = false
    for (let i = 0; i < batch && !alive; i++) alive = slope[i * units + unit] !== 0
    if (!alive) dead++
  }
  return dead / units
}
