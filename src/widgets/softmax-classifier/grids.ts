/** The classifier's charts of colours: regions of the plane, answers by true class, one picture. */
import type english from '../../../content/en/widgets/softmax-classifier.json'
import type { Grid } from '../../charts/model/chart.ts'
import { fill } from '../../i18n/fill.ts'
import { planeGrid } from '../shared/plane.ts'
import { answerOf, classNames, type Seen } from './seen.ts'

type Messages = typeof english.words

/** What the network answers everywhere in the plane, under the examples that it was never shown. */
export function plane(seen: Seen, isOne: boolean, messages: Messages): Grid {
  const { inputs, example } = seen
  const [x = 0, y = 0] = inputs.slice(2 * example, 2 * example + 2)
  return {
    ...planeGrid({
      ...seen,
      regions: seen.record.regions ?? [],
      names: classNames(seen.classes, 1).map((name) => fill(messages.class, { name })),
      axes: [messages.xAxis, messages.yAxis],
    }),
    id: 'regions',
    title: messages.regionsTitle,
    pointWords: { title: messages.pointsTitle, category: messages.pointClass },
    ...(isOne && { ring: [x, y] as const }),
  }
}

/** Counts of the examples put aside: a row for each true class, a column for each answer. */
export function confusion(seen: Seen, messages: Messages): Grid {
  const { classes, labels } = seen
  const values = Array.from({ length: classes * classes }, () => 0)
  labels.forEach((label, i) => {
    const cell = label * classes + answerOf(seen, i)
    values[cell] = (values[cell] ?? 0) + 1
  })
  const names = classNames(classes, 0)
  return {
    kind: 'grid',
    id: 'confusion',
    title: messages.confusionTitle,
    x: { label: messages.answerAxis, count: classes, names },
    y: { label: messages.trueAxis, count: classes, names },
    values: values.map((count) => count || null),
    colour: 'sequential',
    domain: [0, Math.max(1, ...values)],
    places: 0,
  }
}

/** The example itself, as the network gets it. */
export function picture({ inputs, features, example, labels }: Seen, messages: Messages): Grid {
  const side = Math.round(Math.sqrt(features))
  return {
    kind: 'grid',
    id: 'picture',
    title: fill(messages.pictureTitle, { example: example + 1, label: labels[example] ?? '' }),
    x: { label: messages.column, count: side, names: classNames(side, 1) },
    y: { label: messages.row, count: side, names: classNames(side, 1) },
    values: inputs.slice(example * features, (example + 1) * features),
    colour: 'sequential',
    domain: [0, 1],
  }
}
