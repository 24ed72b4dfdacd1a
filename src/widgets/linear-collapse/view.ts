import type english from '../../../content/en/widgets/linear-collapse.json'
import type { Grid, Line, Plot } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type {
  LinearCollapseConfig,
  LinearCollapseRecord,
} from '../../experiments/linear-collapse/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation } from '../looks.ts'
import type { ShownRun, View } from '../view.ts'

type Shown = ShownRun<LinearCollapseConfig, LinearCollapseRecord>
type Messages = typeof english.words

export const view: View<
  LinearCollapseConfig,
  LinearCollapseRecord,
  Messages,
  { readonly output: number }
> = {
  parameters: { output: { kind: 'number', min: 1, max: 5, step: 1, default: 3 } },
  controls: ['activation', 'depth', 'input', 'biasScale', 'weightSeed'],
  naming: ['activation'],
  runs: sideBySide([
    { id: 'linear', config: { activation: 'identity' } },
    { id: 'relu', config: { activation: 'relu' } },
  ]),
  looks: [{ ...byActivation, looks: { ...byActivation.looks, identity: 3 } }],
  charts: (runs, { output }, { messages }) => [
    matrices(runs, messages),
    along(runs, output, messages),
  ],
  summary(runs, _, { messages }) {
    const first = runs[0]?.records[0]
    const answers =
      first &&
      fill(messages.answers, { output: list(first.output), collapsed: list(first.collapsed) })
    const apart = runs.flatMap(({ label, records: [record] }) => {
      if (!record) return []
      const [difference, bend] = [figures(record.difference), figures(record.bend)]
      return fill(messages.summary, { label, difference, bend })
    })
    return [...(answers ? [answers] : []), ...apart].join('\n')
  },
}

const list = (values: readonly number[]) => values.map((x) => figures(x, 3)).join(', ')

/** Columns of numbers, each group under its name. */
type Block = readonly { readonly name: string; readonly columns: readonly (readonly number[])[] }[]

/** Of the first run, two to a row: each layer's weights and bias, what they multiply out to, and what both answer. */
function matrices([run]: readonly Shown[], messages: Messages): Grid {
  const record = run?.records[0]
  const n = record?.constant.length ?? 2
  const width = 2 * (n + 1) + 1
  const blocks = run && record ? blocksOf(run.config, record) : []
  const height = Math.ceil(blocks.length / 2) * (n + 1)
  const values: (number | null)[] = Array.from({ length: width * height }, () => null)
  const words = blocks.flatMap((block, i) => {
    const top = Math.floor(i / 2) * (n + 1)
    let left = (i % 2) * (n + 2)
    return block.map(({ name, columns }) => {
      const middle = left + (columns.length - 1) / 2
      for (const column of columns) {
        column.forEach((value, row) => {
          values[(top + 1 + row) * width + left] = value
        })
        left++
      }
      return { text: name, column: middle, row: top }
    })
  })
  const largest = Math.max(1e-9, ...values.map((value) => Math.abs(value ?? 0)))
  return {
    kind: 'grid',
    id: 'matrices',
    title: messages.matricesTitle,
    x: { label: '', count: width },
    y: { label: messages.matricesLabel, count: height },
    values,
    words,
    colour: 'diverging',
    domain: [-largest, largest],
    places: 2,
  }
}

function blocksOf({ input }: LinearCollapseConfig, record: LinearCollapseRecord) {
  const n = input.length
  const part = (values: readonly number[], l: number, length: number) =>
    values.slice(l * length, (l + 1) * length)
  const affine = (
    names: readonly [string, string],
    matrix: readonly number[],
    bias: readonly number[],
  ): Block => [
    { name: names[0], columns: input.map((_, k) => matrix.filter((_, i) => i % n === k)) },
    { name: names[1], columns: [bias] },
  ]
  const count = record.biases.length / n
  const raised = [...'¹²³⁴⁵⁶⁷⁸']
  const layers = raised
    .slice(0, count)
    .map((l, i) =>
      affine([`W${l}`, `b${l}`], part(record.weights, i, n * n), part(record.biases, i, n)),
    )
  const product = `M = W${raised[count - 1]}${count > 2 ? '⋯' : ''}W¹`
  const answers: Block = [
    { name: 'x', columns: [input] },
    { name: 'f(x)', columns: [record.output] },
    { name: 'Mx + c', columns: [record.collapsed] },
  ]
  return [...layers, affine([product, 'c'], record.matrix, record.constant), answers]
}

/** One output as the input is stretched, shrunk and reversed: straight if one matrix can do it. */
function along(runs: readonly Shown[], output: number, messages: Messages): Plot {
  const n = Math.min(...runs.map(({ config }) => config.input.length))
  const unit = Math.min(output, n)
  const lines = runs.map(({ label, tone, dash, config, records: [record] }, i): Line => {
    const y = every(record?.outputs, config.input.length, unit)
    const x = record?.times ?? []
    return { kind: 'line', id: `run-${i}`, label, tone, dash, marker: 'none', named: true, x, y }
  })
  const first = runs[0]?.records[0]
  const few = <T>(values: readonly T[]) => values.filter((_, i) => i % 4 === 0)
  const one: Line = {
    kind: 'line',
    id: 'one',
    label: messages.one,
    tone: 'theory',
    dash: 'none',
    marker: 'diamond',
    named: true,
    x: few(first?.times ?? []),
    y: few(every(first?.straight, runs[0]?.config.input.length ?? 1, unit)),
  }
  const heights = [...lines, one].flatMap(({ y }) => y.map((value) => value ?? 0))
  return {
    id: 'along',
    title: messages.alongTitle,
    x: { label: messages.timesAxis, scale: 'linear', domain: [-2, 2] },
    y: {
      label: fill(messages.outputAxis, { unit }),
      scale: 'linear',
      domain: [
        Math.floor(2 * Math.min(0, ...heights)) / 2,
        Math.ceil(2 * Math.max(0, ...heights)) / 2,
      ],
    },
    series: [...lines, one],
    cursor: 1,
  }
}

const every = (values: readonly number[] | undefined, n: number, unit: number): number[] =>
  values?.filter((_, i) => i % n === unit - 1) ?? []
