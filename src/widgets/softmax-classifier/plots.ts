/** The classifier's charts over classes and over steps. */
import type english from '../../../content/en/widgets/softmax-classifier.json'
import type { Bars, Line, Plot } from '../../charts/model/chart.ts'
import { fill } from '../../i18n/fill.ts'
import { spanOf } from '../shared/records.ts'
import { classesOf, outputsOf, type Seen, type Shown } from './seen.ts'

type Messages = typeof english.words

/** a of the example as bars, and δ = a − y, the output layer's, as points. */
export function answer(seen: Seen, messages: Messages): Plot {
  const y = outputsOf(seen, seen.example)
  const x = classesOf(seen)
  const label = seen.labels[seen.example]
  return {
    id: 'answer',
    title: fill(messages.answerTitle, { example: seen.example + 1 }),
    x: classAxis(seen, messages),
    y: { label: messages.outputAxis, scale: 'linear', domain: [-1.1, 1.1] },
    series: [
      { kind: 'bars', id: 'output', label: messages.output, tone: 'four', x, y },
      points(
        'delta',
        messages.delta,
        x,
        y.map((a, j) => a - Number(j === label)),
      ),
    ],
  }
}

/** By class: how hard its own examples pull its logit up, and all others push it down. */
export function delta(seen: Seen, messages: Messages): Plot {
  const { pull, push } = seen.record
  const x = classesOf(seen)
  const bars: Bars = {
    kind: 'bars',
    id: 'push',
    label: messages.push,
    tone: 'four',
    x,
    y: push,
  }
  return {
    id: 'delta',
    title: messages.deltaTitle,
    x: classAxis(seen, messages),
    y: { label: messages.deltaAxis, scale: 'linear', domain: [-1.1, 1.1] },
    series: [
      bars,
      points(
        'pull',
        messages.pull,
        x,
        pull.map((value) => -value),
      ),
    ],
  }
}

export function losses(runs: readonly Shown[], { record }: Seen, messages: Messages): Plot {
  const all = runs.flatMap(({ records }) => spanOf(records, 'loss', ({ loss }) => [loss]))
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  return {
    id: 'loss',
    title: messages.lossTitle,
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
    y: { label: messages.loss, scale: 'linear', domain: [0, Math.max(0.1, ...all)] },
    series: runs.map(({ label, tone, dash, records }, i) => ({
      kind: 'line',
      id: `loss-${i}`,
      label,
      tone: runs.length === 1 ? 'four' : tone,
      dash,
      marker: 'none',
      named: runs.length > 1,
      x: records.map(({ step }) => step),
      y: records.map(({ loss }) => loss),
    })),
    cursor: record.step,
  }
}

const points = (id: string, label: string, x: readonly number[], y: readonly number[]): Line => ({
  kind: 'line',
  id,
  label,
  tone: 'one',
  dash: 'none',
  marker: 'diamond',
  named: true,
  x,
  y,
})

function classAxis(seen: Seen, messages: Messages): Plot['x'] {
  const x = classesOf(seen)
  const domain = [x[0] ?? 0, x.at(-1) ?? 1] as const
  return { label: messages.classAxis, scale: 'linear', domain, whole: true }
}
