/** Reads a pasted or dropped log in short slices, so that the page stays fluent; nothing leaves it. */
import type { Plot } from '../../charts/model/chart.ts'
import type { TrainingLog } from '../../diagnosis/log.ts'
import { type Reading, readingLog } from '../../diagnosis/read-log.ts'
import { type Diagnosis, diagnosing } from '../../diagnosis/verdict.ts'
import { layerChart, lossChart } from '../shared/log-charts.ts'
import type { Messages } from './say.ts'

export interface Examined {
  readonly reading: Reading
  readonly diagnosis: Diagnosis | undefined
  readonly charts: readonly Plot[]
}

/** Milliseconds of work between two pauses. */
const slice = 8

const pause = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Nothing if `isWanted` says no in between. */
export async function examine(
  text: string,
  messages: Messages,
  isWanted: () => boolean,
): Promise<Examined | undefined> {
  const reading = await inSlices(readingLog(text), isWanted)
  if (!reading) return undefined
  const { log } = reading
  if (!log) return { reading, diagnosis: undefined, charts: [] }
  const diagnosis = await inSlices(diagnosing(log), isWanted)
  const charts = diagnosis && (await inSlices(charting(log, messages), isWanted))
  return charts && { reading, diagnosis, charts }
}

export const chartsOf = (log: TrainingLog, messages: Messages): Plot[] =>
  finish(charting(log, messages))

function* charting(log: TrainingLog, messages: Messages): Generator<undefined, Plot[]> {
  const has = (quantity: 'updateRatio' | 'saturated') =>
    log.layers.some((layer) => layer[quantity]?.some((value) => value !== null && value > 0))
  const charts = [layerChart(log, 'gradientNorm', messages)]
  yield
  if (log.loss) charts.push(lossChart(log, messages))
  for (const quantity of ['updateRatio', 'saturated'] as const) {
    yield
    if (has(quantity)) charts.push(layerChart(log, quantity, messages))
  }
  return charts
}

function finish<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

async function inSlices<T>(
  work: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  while (isWanted()) {
    const end = performance.now() + slice
    do {
      const { done, value } = work.next()
      if (done) return value
    } while (performance.now() < end)
    await pause()
  }
  return undefined
}
