/**
 * The frame that every widget shares: charts, run bar, settings, and what can be taken away. What is
 * particular to a widget is its experiment and its view; the rest follows from the two.
 */
import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { LiveChart } from '../charts/canvas/LiveChart.tsx'
import type { Shape } from '../charts/layout/frame.ts'
import type { Chart } from '../charts/model/chart.ts'
import { mostPins, type Setting } from '../experiment/link.ts'
import type { Config } from '../experiment/parameters.ts'
import { type AnyView, type ShownRun, showRuns } from '../widgets/view.ts'
import { Announcement } from './Announcement.tsx'
import { type Shared, sharedBy } from './page-data.ts'
import { RunBar } from './RunBar.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { Share } from './Share.tsx'
import { useFigure } from './useFigure.ts'
import { sayProblem } from './words.ts'

/** What a shell hands to an island: plain data, and the static drawings from the build. */
export interface LabProps {
  /** Where experiment and words are found: see shared.ts. */
  readonly shared: string
  readonly setting: Setting<Config>
  /** Read the address bar: on the widget's own page and when embedded. */
  readonly readsAddress: boolean
  /** The controls that stand open. */
  readonly controls: readonly string[]
  readonly title: string
  readonly addresses: { readonly page: string; readonly embed: string }
  /** Of the figure at rest, from the build. */
  readonly summary: string
  readonly fingerprints: readonly string[]
  /** How many of the drawings there are: an empty slot cannot be told from a full one. */
  readonly drawingCount: number
  readonly chart1?: ComponentChildren
  readonly chart2?: ComponentChildren
  readonly chart3?: ComponentChildren
  readonly chart4?: ComponentChildren
  readonly table?: ComponentChildren
}

interface Props extends LabProps {
  readonly view: AnyView
  /** What lies over each chart; only the islands that use it carry its code. */
  readonly over?: Overlay
}

/** For each chart what lies over it, by the settings, the runs and the charts shown; at rest there are none of the last two. */
export type Overlay = (
  props: LabProps & Shared & { readonly view: AnyView },
  setting: Setting<Config>,
  live: readonly ShownRun[],
  charts: readonly Chart[],
) => readonly (((shape: Shape) => ComponentChildren) | undefined)[]

export function Lab(props: Props) {
  const { view } = props
  const shared = sharedBy(props.shared)
  const { experiment, words } = shared
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [isMissing, setMissing] = useState(false)
  const figure = useFigure(experiment, view, props.setting, props.readsAddress, root)
  const { schema, conductor, setting, problems, isLive, change, actions } = figure
  const { config, pinned } = setting
  // How long a run is, in parts, steps or time.
  const canRun =
    experiment.parts !== undefined || Number(config['steps'] ?? config['duration'] ?? 0) > 0

  const runs = showRuns(conductor.tracks, view, words)
  const charts: readonly Chart[] = isLive ? view.charts(runs, config, words) : []
  const summary = isLive ? view.summary(runs, config, words) : props.summary
  const over = props.over?.({ ...props, ...shared }, setting, runs, charts) ?? []
  const drawings = [props.chart1, props.chart2, props.chart3, props.chart4]
  const count = isLive ? charts.length : props.drawingCount
  const fingerprints = isLive
    ? conductor.tracks.map(({ fingerprint }) => fingerprint)
    : props.fingerprints

  return (
    <div
      class="lab"
      ref={root}
      data-phase={conductor.phase}
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
            {i < props.drawingCount && drawings[i]}
          </LiveChart>
        ))}
      </div>
      <RunBar
        id={id}
        conductor={conductor}
        actions={actions}
        words={words.lab}
        canRun={canRun}
        canPin={pinned.length < mostPins}
        canUnpin={pinned.length > 0}
        hasBand={config['band'] === undefined ? undefined : config['band'] === 'on'}
        look={lookBack(view, config, runs, (step) =>
          change(view.stepParameter ?? '', String(step)),
        )}
      />
      <Announcement text={summary} isRunning={conductor.phase === 'running'} />
      {conductor.phase === 'failed' && (
        <p class="notice" role="alert">
          {words.lab.failed}
        </p>
      )}
      {isMissing && (
        <p class="notice" role="alert">
          {words.lab.notLoaded}
        </p>
      )}
      {conductor.onMainThread && <p class="notice">{words.lab.onMainThread}</p>}
      <SettingsPanel
        id={id}
        schema={schema}
        open={props.controls}
        hidden={['band', view.stepParameter ?? '']}
        config={config}
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
        isDone={!isLive || conductor.phase === 'done'}
        words={words}
        onNeed={figure.compute}
        onMissing={() => setMissing(true)}
      >
        {props.table}
      </Share>
    </div>
  )
}

/** The slider that looks back over a run's steps, once there are some. */
function lookBack(
  view: AnyView,
  config: Config,
  runs: readonly ShownRun[],
  onChange: (step: number) => void,
) {
  const last = Math.max(0, ...runs.map(({ records }) => Number(records.at(-1)?.['step'] ?? 0)))
  if (!view.stepParameter || last < 1) return undefined
  const at = Number(config[view.stepParameter])
  return { last, at: at < 0 ? last : Math.min(at, last), onChange }
}
