/**
 * The frame that every widget shares: charts, run bar, settings, and what can be taken away. What is
 * particular to a widget is its experiment and its view; the rest follows from the two.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Chart } from '../../charts/chart.ts'
import { LiveChart } from '../../charts/LiveChart.tsx'
import type { Shape } from '../../charts/layout.ts'
import { type Config, type Problem, resolve } from '../../experiments/parameters.ts'
import { fromQuery, mostPins, type Setting } from '../../experiments/query.ts'
import { settled } from '../controls/settled.ts'
import type { Typed } from '../controls/typed.ts'
import { Announcement } from './Announcement.tsx'
import { RunBar } from './RunBar.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { Share } from './Share.tsx'
import { configOf, runConfigs, schemaOf } from './settings.ts'
import { type Shared, sharedBy } from './shared.ts'
import { useConductor } from './useConductor.ts'
import { type AnyView, type ShownRun, showRuns } from './view.ts'
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
  const { view, controls } = props
  const shared = sharedBy(props.shared)
  const { experiment, words } = shared
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const schema = schemaOf(experiment, view)
  const [setting, setSetting] = useState(props.setting)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isMissing, setMissing] = useState(false)
  const conductor = useConductor(experiment, root)
  const { config, pinned } = setting
  const isLive = conductor.tracks.length > 0
  const isChanged =
    JSON.stringify(runConfigs(experiment, setting)) !==
    JSON.stringify(runConfigs(experiment, props.setting))
  // How long a run is, in parts, steps or time.
  const canRun =
    experiment.parts !== undefined || Number(config['steps'] ?? config['duration'] ?? 0) > 0

  /** New settings: what only changes the showing leaves the runs alone. */
  function apply(next: Setting<Config>): void {
    setSetting(next)
    const before = runConfigs(experiment, setting)
    const after = runConfigs(experiment, next)
    conductor.wantsBand = next.config['band'] === 'on'
    if (!isLive || JSON.stringify(before) !== JSON.stringify(after)) void conductor.open(after)
    else if (next.config['band'] !== config['band']) void conductor.band(conductor.wantsBand)
  }

  function change(name: string, value: Typed): void {
    const { config: next, problems } = resolve(schema, { [name]: value }, config)
    setProblems(problems)
    if (problems.length === 0) apply({ config: next, pinned })
  }

  /** A handle gives any x; its number takes those that its slider would. */
  const { handleParameter } = view
  const handle = handleParameter
    ? (x: number) => {
        const parameter = schema[handleParameter]
        if (parameter?.kind === 'number') change(handleParameter, String(settled(x, parameter)))
      }
    : undefined

  useEffect(() => {
    root.current?.setAttribute('data-awake', '')
    if (!props.readsAddress || window.location.search.length < 2) return
    const read = fromQuery(schema, window.location.search)
    setProblems(read.problems)
    apply(read)
  }, [])

  /** The runs of a figure at rest are opened first, with its band if it has one. */
  async function open(): Promise<void> {
    if (isLive) return
    conductor.wantsBand = config['band'] === 'on'
    await conductor.open(runConfigs(experiment, setting))
  }

  /** What is taken away from a figure at rest is what it shows: its runs, computed to their end. */
  async function compute(): Promise<void> {
    const wasAtRest = conductor.phase === 'rest'
    const opened = open()
    await (wasAtRest ? conductor.run() : opened)
  }

  function follow(): void {
    const { stepParameter } = view
    if (stepParameter)
      setSetting(({ config, pinned }) => ({ config: { ...config, [stepParameter]: -1 }, pinned }))
  }

  const actions = {
    run: () => {
      follow()
      if (conductor.phase === 'done' || conductor.phase === 'failed')
        void conductor.open(runConfigs(experiment, setting))
      else void open()
      return conductor.run()
    },
    pause: () => conductor.pause(),
    step: async () => {
      follow()
      if (conductor.phase === 'failed') await conductor.open(runConfigs(experiment, setting))
      await open()
      await conductor.step()
    },
    reset: () => {
      follow()
      void conductor.open(runConfigs(experiment, setting))
    },
    pin: () => apply({ config, pinned: [...pinned, pinOf(experiment, view, config)] }),
    unpin: () => apply({ config, pinned: pinned.slice(0, -1) }),
    band: () => change('band', config['band'] === 'on' ? 'off' : 'on'),
    pace: (pace: typeof conductor.pace) => {
      conductor.pace = pace
    },
  }

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
            onHandle={handle}
            onReach={() => void open()}
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
        open={controls}
        hidden={['band', view.stepParameter ?? '']}
        config={config}
        words={words}
        onChange={change}
        onRestore={isChanged ? () => apply(props.setting) : undefined}
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
        onNeed={compute}
        onMissing={() => setMissing(true)}
      >
        {props.table}
      </Share>
    </div>
  )
}

/** A pinned run keeps all its settings but those it shares with the run beside it: the seeds, and where a handle stands. */
function pinOf(
  experiment: Shared['experiment'],
  { handleParameter }: AnyView,
  config: Config,
): Config {
  return Object.fromEntries(
    Object.entries(configOf(experiment, config)).filter(
      ([name]) => !name.endsWith('Seed') && name !== handleParameter,
    ),
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
