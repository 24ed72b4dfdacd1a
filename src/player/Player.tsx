/**
 * The frame that every widget shares: charts, run bar, settings, and what can be taken away. What is
 * particular to a widget is its experiment and its view; the rest follows from the two.
 */
import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { LiveChart } from '../charts/canvas/LiveChart.tsx'
import type { Chart } from '../charts/model/chart.ts'
import type { ExperimentMeta } from '../experiment/experiment.ts'
import { mostPins } from '../experiment/link.ts'
import { withRole } from '../experiment/parameters.ts'
import { allParameters, allValues, type Setting } from '../experiment/setting.ts'
import { type ShownRun, showRuns } from '../widgets/view.ts'
import { Announcement } from './Announcement.tsx'
import { pageData } from './page-data.ts'
import { RunBar } from './RunBar.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { Share } from './Share.tsx'
import { useFigure } from './useFigure.ts'
import { useView } from './useView.ts'
import { sayProblem } from './words.ts'

/** The static charts from the build, as an island's slots are named. */
export const chartSlots = ['chart1', 'chart2', 'chart3', 'chart4', 'chart5', 'chart6'] as const

/** What the page hands to the island: plain data, and the static drawings from the build. */
export interface PlayerProps
  extends Partial<Record<(typeof chartSlots)[number], ComponentChildren>> {
  /** The key of what figures of this widget share: see page-data.ts. */
  readonly shared: string
  readonly setting: Setting
  /** Read the address bar: on the widget's own page and when embedded. */
  readonly readsAddress: boolean
  /** The controls that stand open. */
  readonly controls: readonly string[]
  readonly title: string
  readonly addresses: { readonly page: string; readonly embed: string }
  /** Of the figure at rest, from the build. */
  readonly summary: string
  readonly fingerprints: readonly string[]
  /** How many of the slots are filled: an empty one cannot be told from a full one. */
  readonly drawingCount: number
  readonly table?: ComponentChildren
}

export default function Player(props: PlayerProps) {
  const shared = pageData(props.shared)
  const { experiment, words } = shared
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [isMissing, setMissing] = useState(false)
  const figure = useFigure(experiment, shared.view, props.setting, props.readsAddress, root)
  // As if the island itself had not come: pre-hydration scripts know what to do.
  const loaded = useView(experiment.id, () =>
    root.current?.dispatchEvent(new Event('astro:hydration-error', { bubbles: true })),
  )
  const { schema, player, setting, problems, change, actions } = figure
  const isLive = figure.isLive && loaded !== undefined

  const runs = loaded ? showRuns(player.runs, loaded.view, words) : []
  const charts: readonly Chart[] = isLive ? loaded.view.charts(runs, setting.view, words) : []
  const summary = isLive ? loaded.view.summary(runs, setting.view, words) : props.summary
  const over = loaded?.overlay?.({ ...shared, ...loaded, ...props }, setting, runs, charts) ?? []
  const count = isLive ? charts.length : props.drawingCount
  const fingerprints = isLive
    ? player.runs.map(({ fingerprint }) => fingerprint)
    : props.fingerprints

  return (
    <div
      class="lab"
      ref={root}
      data-phase={player.phase}
      data-fingerprints={fingerprints.join(' ')}
    >
      {problems.length > 0 && (
        <div class="notice" role="alert">
          {problems.map((problem, i) => (
            <p key={i}>{sayProblem(problem, words)}</p>
          ))}
        </div>
      )}
      <div class={`charts charts-${count}`}>
        {Array.from({ length: count }, (_, i) => (
          <LiveChart
            key={i}
            chart={charts[i]}
            onHandle={figure.handle}
            onReach={() => void figure.open()}
            onMissing={() => setMissing(true)}
            over={over[i]}
          >
            {i < props.drawingCount && props[chartSlots[i] ?? 'chart1']}
          </LiveChart>
        ))}
      </div>
      <RunBar
        id={id}
        player={player}
        actions={actions}
        words={words.lab}
        canRun={isRunnable(experiment, setting)}
        canPin={setting.comparisons.length < mostPins}
        canUnpin={setting.comparisons.length > 0}
        hasBand={schema.hasBand ? setting.band : undefined}
        look={lookBack(experiment, runs, figure.stepShown, figure.lookBack)}
      />
      <Announcement text={summary} isRunning={player.phase === 'running'} />
      {player.phase === 'failed' && (
        <p class="notice" role="alert">
          {words.lab.failed}
        </p>
      )}
      {isMissing && (
        <p class="notice" role="alert">
          {words.lab.notLoaded}
        </p>
      )}
      {player.onMainThread && <p class="notice">{words.lab.onMainThread}</p>}
      <SettingsPanel
        id={id}
        schema={allParameters(schema)}
        open={props.controls}
        hidden={['band', withRole(schema.view, 'step') ?? '']}
        config={allValues(schema, setting)}
        words={words}
        onChange={change}
        onRestore={figure.restore}
      />
      <Share
        title={props.title}
        addresses={props.addresses}
        schema={schema}
        setting={setting}
        charts={charts}
        fingerprints={fingerprints}
        isDone={!isLive || player.phase === 'done'}
        words={words}
        onNeed={figure.compute}
        onMissing={() => setMissing(true)}
      >
        {props.table}
      </Share>
    </div>
  )
}

/** Whether there is more to a run than its first record: parts, steps or time. */
function isRunnable({ parts, parameters }: ExperimentMeta, { config }: Setting): boolean {
  const duration = withRole(parameters, 'duration')
  return parts !== undefined || (duration !== undefined && Number(config[duration]) > 0)
}

/** The slider that looks back over a run's steps, once there are some. */
function lookBack(
  { stepColumn = '' }: ExperimentMeta,
  runs: readonly ShownRun[],
  shown: number | undefined,
  onChange: ((step: number) => void) | undefined,
) {
  const last = Math.max(0, ...runs.map(({ records }) => Number(records.at(-1)?.[stepColumn] ?? 0)))
  if (!onChange || shown === undefined || last < 1) return undefined
  return { last, at: shown < 0 ? last : Math.min(shown, last), onChange }
}
