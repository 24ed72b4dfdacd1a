import type english from '../../../content/en/widgets/learning-rate-scan.json'
import type {
  LearningRateScanConfig,
  LearningRateScanRecord,
} from '../../experiments/learning-rate-scan/record.ts'
import { fill } from '../../i18n/fill.ts'
import type { View } from '../view.ts'

type Messages = typeof english.words

export const view: View<LearningRateScanConfig, LearningRateScanRecord, Messages> = {
  parameters: {},
  controls: ['depth', 'initializer', 'weightScale', 'weightSeed', 'steps'],
  naming: ['loss'],
  charts(runs, _, { messages }) {
    return [
      {
        id: 'scan',
        title: messages.scanTitle,
        x: { label: messages.rateAxis, scale: 'log', domain: [0.05, 100] },
        y: { label: messages.errorAxis, scale: 'linear', domain: [0, 1] },
        series: runs.map(({ label, tone, dash, marker, records }, i) => ({
          kind: 'line',
          id: `run-${i}`,
          label,
          tone,
          dash,
          marker,
          named: true,
          x: records.map(({ learningRate }) => learningRate),
          y: records.map(({ error }) => error),
        })),
      },
    ]
  },
  summary(runs, _, { messages }) {
    return runs
      .map(({ label, records: [first, ...others] }) => {
        if (!first) return label
        const best = others.reduce((a, b) => (b.error < a.error ? b : a), first)
        return fill(messages.summary, {
          label,
          rate: best.learningRate,
          error: Math.round(100 * best.error),
          count: others.length + 1,
        })
      })
      .join('\n')
  },
}
