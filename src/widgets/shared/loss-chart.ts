/** The loss of each run over its steps, with a line at the step shown. */
import type { Plot } from '../../charts/model/chart.ts'
import type { Config } from '../../experiment/parameters.ts'
import type { ShownRun } from '../view.ts'
import { highestLoss, type Learned, recordAt } from './records.ts'

type Learning = Config & { readonly steps: number }

/** What the words of a widget that draws the loss hold. */
export interface LossMessages {
  readonly lossTitle: string
  readonly stepAxis: string
  readonly loss: string
}

interface Options {
  /** Where the axis ends; the highest loss where nothing is said. */
  readonly top?: number
  readonly isNamed?: boolean
}

export function lossChart(
  runs: readonly ShownRun<Learning, Learned>[],
  at: number,
  messages: LossMessages,
  { top = highestLoss(runs, 0.1), isNamed = true }: Options = {},
): Plot {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  const step = runs[0] && recordAt(runs[0].records, at)?.step
  return {
    id: 'loss',
    title: messages.lossTitle,
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
    y: { label: messages.loss, scale: 'linear', domain: [0, top] },
    series: runs.map(({ label, tone, dash, records }, i) => ({
      kind: 'line',
      id: `loss-${i}`,
      label,
      tone,
      dash,
      marker: 'none',
      named: isNamed,
      x: records.map((record) => record.step),
      y: records.map((record) => record.loss),
    })),
    ...(step !== undefined && { cursor: step }),
  }
}
