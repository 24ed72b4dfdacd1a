import type english from '../../../content/en/widgets/pretraining.json'
import { inWords, type NumberWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type { PretrainingConfig, PretrainingRecord } from '../../experiments/pretraining/record.ts'
import { starts } from '../../experiments/shared/initializations.ts'
import { fill } from '../../i18n/fill.ts'
import { inOrder } from '../looks.ts'
import type { View } from '../view.ts'
import { deltas, loss, lost, pictures, right, roads } from './charts.ts'
import { look } from './seen.ts'

type Messages = typeof english.words

const choices = ['whole', 'layer', 'gradient', 'curves'] as const
type ViewConfig = { readonly show: (typeof choices)[number]; readonly at: number }

export const view: View<PretrainingConfig, PretrainingRecord, Messages, ViewConfig> = {
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
  charts(runs, { show, at }, { messages }) {
    const seen = runs.map((run) => look(run, at))
    const pretrained = seen.find(({ layers }) => layers.length > 0)
    if (show === 'gradient') return [deltas(seen, messages), right(seen, messages)]
    if (show === 'curves' || !pretrained) return [loss(seen, messages), right(seen, messages)]
    if (show === 'layer') return [pictures(pretrained, messages), roads(pretrained, messages)]
    return [
      pictures(pretrained, messages),
      lost(pretrained, messages),
      loss(seen, messages),
      right(seen, messages),
    ]
  },
  summary: (runs, { show, at }, { messages, numbers }) =>
    runs
      .map((run) => look(run, at))
      .map((seen) =>
        describe(
          seen.label,
          (show === 'layer' && seen.done.at(-1)) || seen.record,
          messages,
          numbers,
        ),
      )
      .join('\n'),
}

function describe(
  label: string,
  record: PretrainingRecord | undefined,
  messages: Messages,
  numbers: NumberWords,
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
  const said = record.divergedQuantity === undefined ? messages.summaries[phase] : messages.diverged
  return fill(said, {
    label,
    layer: layer + 1,
    layerStep,
    lost: inWords(100 * lost, numbers),
    labelStep,
    loss: loss.toFixed(2),
    right: inWords(100 * accuracy, numbers),
  })
}
