/** The classifier's charts of colours: regions of the plane, answers by true class, one picture. */
import type { Grid } from '../../charts/model/chart.ts'
import { fill } from '../../i18n/fill.ts'
import { planeGrid } from '../shared/plane.ts'
import type { ViewWords } from '../view.ts'
import { answerOf, classNames, type Seen } from './seen.ts'

type Words = ViewWords['own']

/** What the network answers everywhere in the plane, under the examples that it was never shown. */
export function plane(seen: Seen, isOne: boolean, own: Words): Grid {
  const { inputs, example } = seen
  const [x = 0, y = 0] = inputs.slice(2 * example, 2 * example + 2)
  return {
    ...planeGrid({
      ...seen,
      regions: seen.record.regions ?? [],
      names: classNames(seen.classes, 1).map((name) => fill(own.class ?? '', { name })),
      axes: [own.xAxis ?? '', own.yAxis ?? ''],
    }),
    id: 'regions',
    title: own.regionsTitle ?? '',
    pointWords: { title: own.pointsTitle ?? '', category: own.pointClass ?? '' },
    ...(isOne && { ring: [x, y] as const }),
  }
}

/** Counts of the examples put aside: a row for each true class, a column for each answer. */
export function confusion(seen: Seen, own: Words): Grid {
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
    title: own.confusionTitle ?? '',
    x: { label: own.answerAxis ?? '', count: classes, names },
    y: { label: own.trueAxis ?? '', count: classes, names },
    values: values.map((count) => count || null),
    colour: 'sequential',
    domain: [0, Math.max(1, ...values)],
    places: 0,
  }
}

/** The example itself, as the network gets it. */
export function picture({ inputs, features, example, labels }: Seen, own: Words): Grid {
  const side = Math.round(Math.sqrt(features))
  return {
    kind: 'grid',
    id: 'picture',
    title: fill(own.pictureTitle ?? '', { example: example + 1, label: labels[example] ?? '' }),
    x: { label: own.column ?? '', count: side, names: classNames(side, 1) },
    y: { label: own.row ?? '', count: side, names: classNames(side, 1) },
    values: inputs.slice(example * features, (example + 1) * features),
    colour: 'sequential',
    domain: [0, 1],
  }
}
