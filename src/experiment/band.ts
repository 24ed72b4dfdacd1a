/** Many runs that differ in a seed only, and what lies between their extremes. */
import type { ExperimentMeta } from './experiment.ts'
import type { Config } from './parameters.ts'

export const bandSize = 20

/** The same settings with `bandSize` consecutive seeds, the run's own first. */
export function repetitions(experiment: ExperimentMeta, config: Config): Config[] {
  const { repeatSeed } = experiment
  if (repeatSeed === undefined) return []
  return Array.from({ length: bandSize }, (_, i) => ({
    ...config,
    [repeatSeed]: Number(config[repeatSeed]) + i,
  }))
}

/** Linear interpolation between the two nearest ranks, as NumPy does by default. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = ((sorted.length - 1) * percent) / 100
  const low = sorted[Math.floor(rank)] ?? Number.NaN
  const high = sorted[Math.ceil(rank)] ?? Number.NaN
  return low + (high - low) * (rank - Math.floor(rank))
}
