import type english from '../../../content/en/widgets/chain-product.json'
import { figures, inWords } from '../../charts/model/format.ts'
import type {
  ChainProductConfig,
  ChainProductRecord,
} from '../../experiments/chain-product/record.ts'
import { fill } from '../../i18n/fill.ts'
import { decades, type View } from '../view.ts'

type Messages = typeof english.words

export const view: View<ChainProductConfig, ChainProductRecord, Messages> = {
  parameters: {},
  controls: ['weights', 'preActivations', 'activation'],
  naming: ['activation'],
  charts(runs, _, { messages }) {
    const lines = runs.flatMap(({ label, records, tone, marker }, i) => {
      const { biasGradient = [], bound = [] } = records.at(-1) ?? {}
      const x = bound.map((_, neuron) => neuron + 1)
      const sizes = biasGradient.map(Math.abs)
      return [
        {
          kind: 'line',
          id: `run-${i}`,
          label,
          tone,
          marker,
          dash: 'solid',
          named: true,
          x,
          y: sizes,
        } as const,
        {
          kind: 'line',
          id: `bound-${i}`,
          label: `${label}, ${messages.bound}`,
          tone: 'theory',
          marker: 'none',
          dash: 'dashed',
          named: false,
          x,
          y: bound,
        } as const,
      ]
    })
    const count = Math.max(1, ...lines.map(({ x }) => x.length))
    return [
      {
        id: 'product',
        title: messages.productTitle,
        x: { label: messages.neuronAxis, scale: 'linear', domain: [1, count], whole: true },
        y: {
          label: messages.gradientAxis,
          scale: 'log',
          domain: decades(lines.flatMap(({ y }) => y)),
        },
        series: lines,
      },
    ]
  },
  summary(runs, _, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const { biasGradient = [], factor = [] } = records.at(-1) ?? {}
        const factors = factor.map((value) => figures(value)).join(', ')
        const first = biasGradient[0] ?? 0
        return fill(messages.summary, {
          label,
          factors,
          gradient: inWords(first, numbers),
          last: factor.length,
        })
      })
      .join('\n')
  },
}
