import { percentile } from '../../experiment/band.ts'
import { measure } from '../../experiment/measure.ts'
import type { SaturatedLayerRecord } from './record.ts'

type Records = readonly SaturatedLayerRecord[]

const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length

/** How far the rows of a third of the units moved in the whole run, the median: thirds by steepness at the start. */
function movedOf(records: Records, third: 'flattest' | 'steepest'): number {
  const [start, end] = [records[0], records.at(-1)]
  const steepness = start?.steepness ?? []
  const units = [...steepness.keys()].sort(
    (a, b) => (steepness[a] as number) - (steepness[b] as number),
  )
  const count = Math.ceil(units.length / 3)
  const chosen = third === 'flattest' ? units.slice(0, count) : units.slice(-count)
  return percentile(
    chosen.map((unit) => end?.moved[unit] ?? Number.NaN),
    50,
  )
}

/** Numbers that captions, prose and claims quote. */
export const saturatedLayerMeasures = {
  /** The share of (example, unit) pairs that are saturated at the start. */
  saturatedShare: measure('share', ([start]: Records) => mean(start?.saturated ?? [])),
  movedFlattest: measure('number', (records: Records) => movedOf(records, 'flattest')),
  movedSteepest: measure('number', (records: Records) => movedOf(records, 'steepest')),
  movedMedian: measure('number', (records: Records) => percentile(records.at(-1)?.moved ?? [], 50)),
  /** How many times farther the steepest third went than the flattest. */
  advantage: measure(
    'number',
    (records: Records) => movedOf(records, 'steepest') / movedOf(records, 'flattest'),
  ),
  leastSteepness: measure('number', ([start]: Records) => Math.min(...(start?.steepness ?? []))),
  firstLoss: measure('loss', ([start]: Records) => start?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  lastAccuracy: measure('share', (records: Records) => records.at(-1)?.accuracy ?? Number.NaN),
}
