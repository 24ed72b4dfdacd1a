import type english from '../../../content/en/widgets/tiny-cnn.json'
import { figures, inWords, type NumberWords } from '../../charts/model/format.ts'
import type { TinyCnnConfig, TinyCnnRecord } from '../../experiments/tiny-cnn/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation, byInitializer } from '../looks.ts'
import { recordAt } from '../shared/records.ts'
import type { View } from '../view.ts'
import { filters, maps } from './grids.ts'
import { loss, profile } from './plots.ts'

type Messages = typeof english.words

const choices = ['gradient', 'shared', 'training', 'maps'] as const
type ViewConfig = { readonly show: (typeof choices)[number]; readonly at: number }

export const view: View<TinyCnnConfig, TinyCnnRecord, Messages, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: choices, default: 'training' },
    at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 },
  },
  controls: ['depth', 'channels', 'activation', 'initializer', 'pooling', 'weightSeed'],
  naming: ['activation', 'depth'],
  looks: [byActivation, byInitializer],
  charts(runs, { show, at }, { messages }) {
    if (show === 'maps') {
      const [run] = runs
      const record = run && recordAt(run.records, at)
      return record
        ? [maps(record, run.records[0]?.picture ?? [], messages), filters(record, messages)]
        : []
    }
    if (show === 'training')
      return [loss(runs, at, messages), profile(runs, 'deltaNorm', at, messages)]
    const trains = runs.some(({ config }) => config.steps > 0)
    const first = profile(runs, show === 'shared' ? 'sharing' : 'deltaNorm', at, messages)
    return trains ? [first, loss(runs, at, messages)] : [first]
  },
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        return record ? `${label}: ${describe(record, messages, numbers)}` : label
      })
      .join('\n')
  },
}

function describe(record: TinyCnnRecord, messages: Messages, numbers: NumberWords): string {
  const { step, loss, accuracy, deltaNorm, divergedQuantity } = record
  if (divergedQuantity !== undefined) return fill(messages.diverged, { step })
  const last = deltaNorm.length - 1
  const ratio = (deltaNorm.at(-2) ?? 0) / (deltaNorm[0] ?? 0)
  const values = {
    step,
    last,
    loss: figures(loss, 3),
    right: figures(100 * accuracy, 3),
    times: inWords(ratio >= 1 ? ratio : 1 / ratio, numbers),
  }
  const said = fill(messages.summary, values)
  if (last < 2 || !Number.isFinite(ratio)) return said
  if (ratio > 0.5 && ratio < 2) return `${said} ${messages.alike}`
  return `${said} ${fill(ratio > 1 ? messages.weaker : messages.stronger, values)}`
}
