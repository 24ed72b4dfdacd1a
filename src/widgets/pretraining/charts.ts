/** Pretraining's charts: pictures and what is lost of them, the two roads, δ by layer, and training by labels. */
import type english from '../../../content/en/widgets/pretraining.json'
import type { Grid, Line, Plot } from '../../charts/model/chart.ts'
import { fill } from '../../i18n/fill.ts'
import { decades } from '../view.ts'
import type { Seen } from './seen.ts'

type Messages = typeof english.words
const side = 8

/**
 * Each picture, and under it what is rebuilt from the code of the first layer and from that of the newest;
 * of a lone layer, before and after.
 */
export function pictures({ layers, done }: Seen, messages: Messages): Grid {
  const originals = layers[0]?.pictures ?? []
  const last = done.at(-1)
  const layer = (last?.layer ?? 0) + 1
  const between = layer > 1 ? done[0] : layers[0]
  const rows = [originals, between?.rebuilt ?? [], last?.rebuilt ?? []]
  const count = originals.length / (side * side)
  const across = count * (side + 1) - 1
  const down = rows.length * (side + 1) - 1
  return {
    kind: 'grid',
    id: 'pictures',
    title: messages.picturesTitle,
    x: { label: '', count: across },
    y: { label: fill(layer > 1 ? messages.twoCodes : messages.oneCode, { layer }), count: down },
    values: Array.from({ length: across * down }, (_, at) => {
      const [x, y] = [at % across, Math.floor(at / across)]
      const [column, row] = [x % (side + 1), y % (side + 1)]
      if (column === side || row === side) return null
      const picture = rows[Math.floor(y / (side + 1))] ?? []
      const pixel = picture[Math.floor(x / (side + 1)) * side * side + row * side + column] ?? 0
      return Math.round(16 * pixel) / 16 // the digits come in 16 shades
    }),
    colour: 'sequential',
    domain: [0, 1],
  }
}

/** What each layer's output misses of its input, one layer after the other. */
export function lost({ config, layers, record }: Seen, messages: Messages): Plot {
  const { depth, pretrainSteps } = config
  const series = Array.from({ length: depth }, (_, l): Line => {
    const mine = layers.filter(({ layer }) => layer === l)
    return line(`layer-${l}`, fill(messages.layer, { layer: l + 1 }), {
      tone: { ramp: depth > 1 ? l / (depth - 1) : 0 },
      x: mine.map(({ step }) => step),
      y: mine.map((one) => one.lost),
      named: false, // they come in turn
    })
  })
  const values = layers.map((one) => one.lost)
  const end = Math.max(1, depth * pretrainSteps)
  return {
    id: 'lost',
    title: messages.lostTitle,
    x: { label: messages.pretrainAxis, scale: 'linear', domain: [0, end], whole: true },
    y: {
      label: fill(depth > 1 ? messages.lostAxis : messages.lostAxisOne, { depth }),
      scale: 'log',
      domain: [decades(values)[0], Math.max(1, ...values.filter(Number.isFinite))],
    },
    series,
    ...(record?.phase === 'pretraining' && { cursor: record.step }),
  }
}

/** The size of W's gradient by the way there and by the way back, for the layer shown. */
export function roads({ config, layers, done }: Seen, messages: Messages): Plot {
  const shown = done.at(-1)
  const records = layers.filter(({ layer }) => layer === shown?.layer)
  const x = records.map(({ layerStep = 0 }) => layerStep)
  const there = records.map(({ wayThere = 0 }) => wayThere)
  const back = records.map(({ wayBack = 0 }) => wayBack)
  const steps = Math.max(1, config.pretrainSteps)
  return {
    id: 'roads',
    title: messages.roadsTitle,
    x: { label: messages.pretrainAxis, scale: 'linear', domain: [0, steps], whole: true },
    y: { label: messages.roadsAxis, scale: 'log', domain: decades([...there, ...back]) },
    series: [
      line('back', messages.wayBack, { tone: 'two', marker: 'square', x, y: back }),
      line('there', messages.wayThere, { tone: 'one', marker: 'circle', x, y: there }),
    ],
    ...(shown && { cursor: shown.layerStep }),
  }
}

/** Before the first label. */
export function deltas(runs: readonly Seen[], messages: Messages): Plot {
  const all = runs.map(({ labelled }) => labelled[0]?.deltaNorm?.slice(0, -1) ?? [])
  const depth = Math.max(2, ...runs.map(({ config }) => config.depth))
  return {
    id: 'delta',
    title: messages.deltaTitle,
    x: { label: messages.layerAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: { label: messages.deltaAxis, scale: 'log', domain: decades(all.flat()) },
    series: runs.map((run, i) => ofRun(run, i, { y: all[i] ?? [], x: counted(all[i] ?? []) })),
    empty: messages.noDelta,
  }
}

export function loss(runs: readonly Seen[], messages: Messages): Plot {
  const values = runs.flatMap(({ labelled }) => labelled.map((one) => one.loss))
  const highest = Math.max(0.1, ...values.filter(Number.isFinite))
  return {
    id: 'loss',
    title: messages.lossTitle,
    ...withLabels(runs, messages),
    y: { label: messages.loss, scale: 'linear', domain: [0, highest] },
    series: runs.map((run, i) => overLabels(run, i, (one) => one.loss)),
  }
}

export function right(runs: readonly Seen[], messages: Messages): Plot {
  return {
    id: 'accuracy',
    title: messages.accuracyTitle,
    ...withLabels(runs, messages),
    y: { label: messages.accuracyAxis, scale: 'linear', domain: [0, 1] },
    series: runs.map((run, i) => overLabels(run, i, (one) => one.accuracy)),
  }
}

function overLabels(
  run: Seen,
  index: number,
  read: (one: Seen['labelled'][number]) => number,
): Line {
  const { labelled } = run
  return {
    ...ofRun(run, index, { x: labelled.map((one) => one.labelStep), y: labelled.map(read) }),
    marker: 'none',
  }
}

function withLabels(
  runs: readonly Seen[],
  messages: Messages,
): Pick<Plot, 'x' | 'cursor' | 'empty'> {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  const cursor = runs[0]?.record?.labelStep
  return {
    x: { label: messages.labelAxis, scale: 'linear', domain: [0, steps], whole: true },
    empty: messages.noLabels,
    ...(cursor !== undefined && { cursor }),
  }
}

const counted = (values: readonly unknown[]) => values.map((_, i) => i + 1)

const ofRun = ({ label, tone, dash, marker }: Seen, i: number, data: Pick<Line, 'x' | 'y'>) =>
  line(`run-${i}`, label, { tone, dash, marker, ...data })

function line(
  id: string,
  label: string,
  rest: Pick<Line, 'tone' | 'x' | 'y'> & Partial<Line>,
): Line {
  return { kind: 'line', id, label, dash: 'solid', marker: 'none', named: true, ...rest }
}
