import type english from '../../../content/en/widgets/optimizer-race.json'
import type { Grid, GridLine, Line, Plot } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type {
  OptimizerRaceConfig,
  OptimizerRaceRecord,
} from '../../experiments/optimizer-race/record.ts'
import { fill } from '../../i18n/fill.ts'
import { inOrder } from '../looks.ts'
import { recordAt } from '../shared/records.ts'
import { decades, type ShownRun, type View, type ViewWords } from '../view.ts'

type Messages = typeof english.words

const choices = ['both', 'path', 'distance'] as const
type ViewConfig = { readonly show: (typeof choices)[number]; readonly at: number }
type Shown = ShownRun<OptimizerRaceConfig, OptimizerRaceRecord>

/** Half the width and half the height of the plane that is shown. */
const reach = [1.5, 1] as const

/** Red is the sigmoid's, so plain descent begins with blue, as in a race of ReLU networks. */
const order = ['', 'sgd', 'momentum', 'adam', 'nesterov', 'rmsprop']

export const view: View<OptimizerRaceConfig, OptimizerRaceRecord, Messages, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: choices, default: 'both' },
    at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 },
  },
  controls: ['optimizer', 'learningRate', 'momentum', 'condition', 'angle'],
  naming: ['optimizer'],
  looks: [inOrder('optimizer', order)],
  runs: sideBySide([
    { id: 'sgd', config: { optimizer: 'sgd', learningRate: 1.96 } },
    { id: 'momentum', config: { optimizer: 'momentum', learningRate: 3.0625, momentum: 0.5625 } },
    { id: 'adam', config: { optimizer: 'adam', learningRate: 0.2, momentum: 0.9 } },
  ]),
  charts(runs, { show, at }, words) {
    return [
      ...(show === 'distance' ? [] : [plane(runs, at, words)]),
      ...(show === 'path' ? [] : [distances(runs, at, words)]),
    ]
  },
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        if (!record) return label
        const { step, distance, divergedQuantity } = record
        const left = inWords(distance / (records[0]?.distance ?? 1), numbers)
        const sentence = divergedQuantity === undefined ? messages.summary : messages.diverged
        return fill(sentence, { label, step, left })
      })
      .join('\n')
  },
}

/** The first run's level sets, and every path over the same landscape up to the step shown. */
function plane(
  runs: readonly Shown[],
  at: number,
  { messages, options }: ViewWords<Messages>,
): Grid {
  const [first] = runs
  const alike = runs.filter(
    ({ config }) =>
      config.condition === first?.config.condition && config.angle === first.config.angle,
  )
  const isPlain = new Set(alike.map(({ config }) => config.optimizer)).size === alike.length
  const paths = alike.map(({ config, label, tone, records }): GridLine => {
    const places = records.filter(({ step }) => at < 0 || step <= at).map(({ place }) => place)
    return {
      label: (isPlain && options[config.optimizer]) || label,
      tone,
      dash: 'solid',
      x: places.map(([x = 0]) => x),
      y: places.map(([, y = 0]) => y),
    }
  })
  return {
    kind: 'grid',
    id: 'plane',
    title: messages.planeTitle,
    x: { label: messages.firstAxis, count: 3, domain: [-reach[0], reach[0]] },
    y: { label: messages.secondAxis, count: 2, domain: [-reach[1], reach[1]] },
    values: [],
    colour: 'sequential',
    domain: [0, 1],
    // A long path would hide a short one.
    lines: [...(first ? levelSets(first.config) : []), ...paths.sort((a, b) => way(b) - way(a))],
    ring: [0, 0],
  }
}

/** The length of a path. */
const way = ({ x, y }: GridLine): number =>
  x.reduce(
    (sum, at, i) => sum + Math.hypot(at - (x[i - 1] ?? at), (y[i] ?? 0) - (y[i - 1] ?? 0)),
    0,
  )

/** Ellipses, each at four times the loss of the one inside it. */
function levelSets({ condition, angle }: OptimizerRaceConfig): GridLine[] {
  const turn = (angle * Math.PI) / 180
  return [0.04, 0.08, 0.16, 0.32, 0.64].map((across) => {
    const points = Array.from({ length: 181 }, (_, i) => {
      const t = (i * Math.PI) / 90
      return [across * Math.sqrt(condition) * Math.cos(t), across * Math.sin(t)] as const
    })
    return {
      label: '',
      tone: 'theory',
      dash: 'dotted',
      x: points.map(([u, v]) => Math.cos(turn) * u - Math.sin(turn) * v),
      y: points.map(([u, v]) => Math.sin(turn) * u + Math.cos(turn) * v),
    }
  })
}

/** On a logarithmic axis an equal factor per step is a straight line. */
function distances(runs: readonly Shown[], at: number, { messages }: ViewWords<Messages>): Plot {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  const shown = runs[0] && recordAt(runs[0].records, at)?.step
  const all = runs.flatMap(({ records }) => records.map(({ distance }) => distance))
  const [low, high] = decades(all)
  return {
    id: 'distance',
    title: messages.distanceTitle,
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
    // What is nearer than a millionth has arrived; a run that flies off leaves the chart.
    y: {
      label: messages.distance,
      scale: 'log',
      domain: [Math.max(low, 1e-6), Math.min(Math.max(high, 1e-5), 1e3)],
    },
    series: runs.flatMap(({ label, tone, dash, records }, i): Line[] => {
      const common = { kind: 'line', marker: 'none', x: records.map(({ step }) => step) } as const
      const line = { ...common, id: `run-${i}`, label, tone, dash, named: true }
      const theory = {
        ...common,
        id: `theory-${i}`,
        label: `${label}, ${messages.theory}`,
      } as const
      return [
        { ...line, y: records.map(({ distance }) => distance) },
        ...(records[0]?.predicted === undefined
          ? []
          : [
              {
                ...theory,
                tone: 'theory' as const,
                dash: 'dashed' as const,
                named: false,
                y: records.map(({ predicted }) => predicted ?? null),
              },
            ]),
      ]
    }),
    ...(shown !== undefined && { cursor: shown }),
  }
}
