import type english from '../../../content/en/widgets/depth-limit.json'
import { sideBySide } from '../../experiment/setting.ts'
import type { DepthLimitConfig, DepthLimitRecord } from '../../experiments/depth-limit/record.ts'
import { starts } from '../../experiments/shared/initializations.ts'
import { fill } from '../../i18n/fill.ts'
import { inOrder } from '../looks.ts'
import type { View } from '../view.ts'

type Messages = typeof english.words

export const view: View<DepthLimitConfig, DepthLimitRecord, Messages> = {
  parameters: {},
  controls: ['start', 'learningRate', 'steps', 'weightSeed'],
  naming: ['start'],
  looks: [inOrder('start', starts)],
  runs: sideBySide(['small', 'normal', 'tanh'].map((start) => ({ id: start, config: { start } }))),
  charts: (runs, _, { messages }) => [
    {
      id: 'depth',
      title: messages.depthTitle,
      x: { label: messages.depthAxis, scale: 'linear', domain: [1, 8], whole: true },
      y: { label: messages.accuracyAxis, scale: 'linear', domain: [0, 1] },
      series: runs.map(({ label, tone, dash, marker, records }, i) => ({
        kind: 'line',
        id: `run-${i}`,
        label,
        tone,
        dash,
        marker,
        named: true,
        x: records.map(({ depth }) => depth),
        y: records.map(({ accuracy }) => accuracy),
      })),
    },
  ],
  summary: (runs, _, { messages }) =>
    runs
      .map(({ label, records }) => {
        const [first, last] = [records[0], records.at(-1)]
        if (!first || !last) return label
        return fill(messages.summary, {
          label,
          first: Math.round(100 * first.accuracy),
          last: Math.round(100 * last.accuracy),
          depth: last.depth,
        })
      })
      .join('\n'),
}
