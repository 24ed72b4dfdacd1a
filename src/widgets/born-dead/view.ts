import type english from '../../../content/en/widgets/born-dead.json'
import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type { BornDeadConfig, BornDeadRecord } from '../../experiments/born-dead/record.ts'
import { fill } from '../../i18n/fill.ts'
import type { View } from '../view.ts'

type Messages = typeof english.words

export const view: View<BornDeadConfig, BornDeadRecord, Messages> = {
  parameters: {},
  controls: ['width', 'depth', 'networks', 'weightSeed'],
  naming: ['width'],
  runs: sideBySide([2, 4, 8].map((width) => ({ id: `width-${width}`, config: { width } }))),
  charts(runs, _, { messages }) {
    const depth = Math.max(2, ...runs.map(({ config }) => config.depth))
    const series = runs.flatMap(({ label, tone, marker, records }, i) => {
      const { counted = [], predicted = [] } = records.at(-1) ?? {}
      const x = counted.map((_, d) => d + 1)
      const common = { kind: 'line', x } as const
      return [
        {
          ...common,
          id: `theory-${i}`,
          label: `${label}, ${messages.theory}`,
          tone: 'theory',
          dash: 'dashed',
          marker: 'none',
          named: false,
          y: predicted,
        } as const,
        {
          ...common,
          id: `run-${i}`,
          label,
          tone,
          dash: 'none',
          marker,
          named: true,
          y: counted,
        } as const,
      ]
    })
    return [
      {
        id: 'dead',
        title: messages.title,
        x: { label: messages.depthAxis, scale: 'linear', domain: [1, depth], whole: true },
        y: { label: messages.shareAxis, scale: 'linear', domain: [0, 1] },
        series,
      },
    ]
  },
  summary(runs, _, { messages, numbers }) {
    return runs
      .map(({ label, config, records }) =>
        fill(messages.summary, {
          label,
          depth: config.depth,
          networks: records.at(-1)?.networks ?? 0,
          counted: inWords(records.at(-1)?.counted.at(-1) ?? Number.NaN, numbers, 3),
          predicted: inWords(records.at(-1)?.predicted.at(-1) ?? Number.NaN, numbers, 3),
        }),
      )
      .join('\n')
  },
}
