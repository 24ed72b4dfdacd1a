import type english from '../../../content/en/widgets/softmax-classifier.json'
import { figures } from '../../charts/model/format.ts'
import type {
  SoftmaxClassifierConfig,
  SoftmaxClassifierRecord,
} from '../../experiments/softmax-classifier/record.ts'
import { fill } from '../../i18n/fill.ts'
import type { View } from '../view.ts'
import { confusion, picture, plane } from './grids.ts'
import { answer, delta, losses } from './plots.ts'
import {
  answerOf,
  type Choice,
  classNames,
  look,
  outputsOf,
  type Seen,
  type Shown,
} from './seen.ts'

const choices = ['answers', 'example', 'delta'] as const
type ViewConfig = { readonly show: (typeof choices)[number] } & Choice
type Messages = typeof english.words

export const view: View<SoftmaxClassifierConfig, SoftmaxClassifierRecord, Messages, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: choices, default: 'answers' },
    example: { kind: 'number', min: 1, max: 200, step: 1, default: 1 },
    at: { kind: 'number', role: 'step', min: -1, max: 2000, step: 1, default: -1 },
  },
  controls: ['dataset', 'depth', 'width', 'activation', 'learningRate'],
  naming: ['dataset'],
  charts(runs, view, { messages }) {
    const seen = runs[0] && look(runs[0], view)
    if (!seen) return []
    if (view.show === 'delta') return [delta(seen, messages), losses(runs, seen, messages)]
    const shown = seen.isPlane ? plane(seen, view.show === 'example', messages) : undefined
    if (view.show === 'example') return [shown ?? picture(seen, messages), answer(seen, messages)]
    return [shown ?? confusion(seen, messages), losses(runs, seen, messages)]
  },
  summary(runs, view, { messages }) {
    return runs
      .map((run) => {
        const seen = look(run, view)
        return seen ? describe(seen, run, runs.length > 1, view.show, messages) : run.label
      })
      .join('\n')
  },
}

function describe(
  seen: Seen,
  { label }: Shown,
  isCompared: boolean,
  show: ViewConfig['show'],
  messages: Messages,
): string {
  const { record, labels, example, classes, isPlane } = seen
  if (record.divergedQuantity !== undefined) return fill(messages.diverged, { step: record.step })
  const right = labels.filter((label, i) => label === answerOf(seen, i)).length
  const names = classNames(classes, Number(isPlane))
  const given = answerOf(seen, example)
  const said = fill(messages.summary, {
    step: record.step,
    loss: figures(record.loss, 3),
    right,
    count: labels.length,
  })
  const one = fill(messages.oneExample, {
    example: example + 1,
    label: names[labels[example] ?? 0] ?? '',
    answer: names[given] ?? '',
    output: figures(outputsOf(seen, example)[given] ?? 0, 3),
  })
  return `${isCompared ? `${label}: ` : ''}${said}${show === 'example' ? ` ${one}` : ''}`
}
