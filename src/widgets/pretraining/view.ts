import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type { PretrainingConfig, PretrainingRecord } from '../../experiments/pretraining/record.ts'
import { starts } from '../../experiments/shared/initializations.ts'
import { fill } from '../../i18n/fill.ts'
import { inOrder } from '../looks.ts'
import type { View, ViewWords } from '../view.ts'
import { deltas, loss, lost, pictures, right, roads } from './charts.ts'
import { look } from './seen.ts'

const choices = ['whole', 'layer', 'gradient', 'curves'] as const
type ViewConfig = { readonly show: (typeof choices)[number]; readonly at: number }

export const view: View<PretrainingConfig, PretrainingRecord, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: choices, default: 'whole' },
    at: { kind: 'number', role: 'step', min: -1, max: 12000, step: 1, default: -1 },
  },
  controls: ['depth', 'pretrainSteps', 'labels', 'learningRate', 'weightSeed'],
  naming: ['start'],
  looks: [inOrder('start', starts)],
  runs: sideBySide(
    ['pretrained', 'small', 'relu'].map((start) => ({ id: start, config: { start } })),
  ),
  charts(runs, { show, at }, { own }) {
    const seen = runs.map((run) => look(run, at))
    const pretrained = seen.find(({ layers }) => layers.length > 0)
    if (show === 'gradient') return [deltas(seen, own), right(seen, own)]
    if (show === 'curves' || !pretrained) return [loss(seen, own), right(seen, own)]
    if (show === 'layer') return [pictures(pretrained, own), roads(pretrained, own)]
    return [pictures(pretrained, own), lost(pretrained, own), loss(seen, own), right(seen, own)]
  },
  summary: (runs, { show, at }, { own }) =>
    runs
      .map((run) => look(run, at))
      .map((seen) =>
        describe(seen.label, (show === 'layer' && seen.done.at(-1)) || seen.record, own),
      )
      .join('\n'),
}

function describe(
  label: string,
  record: PretrainingRecord | undefined,
  own: ViewWords['own'],
): string {
  if (!record) return label
  const {
    phase,
    layer = 0,
    layerStep = 0,
    lost = 0,
    labelStep = 0,
    loss = 0,
    accuracy = 0,
  } = record
  const said = record.divergedQuantity === undefined ? own[phase] : own.diverged
  return fill(said ?? '', {
    label,
    layer: layer + 1,
    layerStep,
    lost: inWords(100 * lost),
    labelStep,
    loss: loss.toFixed(2),
    right: inWords(100 * accuracy),
  })
}
