import { figures, inWords } from '../../charts/model/format.ts'
import type { TinyCnnConfig, TinyCnnRecord } from '../../experiments/tiny-cnn/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation, byInitializer } from '../looks.ts'
import { recordAt } from '../shared/records.ts'
import type { View, ViewWords } from '../view.ts'
import { filters, maps } from './grids.ts'
import { loss, profile } from './plots.ts'

const choices = ['gradient', 'shared', 'training', 'maps'] as const
type ViewConfig = { readonly show: (typeof choices)[number]; readonly at: number }

export const view: View<TinyCnnConfig, TinyCnnRecord, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: choices, default: 'training' },
    at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 },
  },
  controls: ['depth', 'channels', 'activation', 'initializer', 'pooling', 'weightSeed'],
  naming: ['activation', 'depth'],
  looks: [byActivation, byInitializer],
  charts(runs, { show, at }, { own }) {
    if (show === 'maps') {
      const [run] = runs
      const record = run && recordAt(run.records, at)
      return record ? [maps(record, run.records[0]?.picture ?? [], own), filters(record, own)] : []
    }
    if (show === 'training') return [loss(runs, at, own), profile(runs, 'deltaNorm', at, own)]
    const trains = runs.some(({ config }) => config.steps > 0)
    const first = profile(runs, show === 'shared' ? 'sharing' : 'deltaNorm', at, own)
    return trains ? [first, loss(runs, at, own)] : [first]
  },
  summary(runs, { at }, { own }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        return record ? `${label}: ${describe(record, own)}` : label
      })
      .join('\n')
  },
}

function describe(record: TinyCnnRecord, own: ViewWords['own']): string {
  const { step, loss, accuracy, deltaNorm, divergedQuantity } = record
  if (divergedQuantity !== undefined) return fill(own.diverged ?? '', { step })
  const last = deltaNorm.length - 1
  const ratio = (deltaNorm.at(-2) ?? 0) / (deltaNorm[0] ?? 0)
  const values = {
    step,
    last,
    loss: figures(loss, 3),
    right: figures(100 * accuracy, 3),
    times: inWords(ratio >= 1 ? ratio : 1 / ratio),
  }
  const said = fill(own.summary ?? '', values)
  if (last < 2 || !Number.isFinite(ratio)) return said
  if (ratio > 0.5 && ratio < 2) return `${said} ${own.alike}`
  return `${said} ${fill((ratio > 1 ? own.weaker : own.stronger) ?? '', values)}`
}
