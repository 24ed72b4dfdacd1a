/** What a reader can do with a figure: its settings, its runs, and what each button does to the two. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Description } from '../experiment/experiment.ts'
import { fromQuery, type Setting } from '../experiment/link.ts'
import { type Config, type Problem, resolve } from '../experiment/parameters.ts'
import type { AnyView } from '../widgets/view.ts'
import type { Typed } from './controls/raw-input.ts'
import { settled } from './controls/snap-to-step.ts'
import type { Pace } from './run-player.ts'
import { configOf, runConfigs, schemaOf } from './settings.ts'
import { useConductor } from './useRunPlayer.ts'

/**
 * The figure that begins with the settings `first`. With `readsAddress` it takes those of the address bar in their
 * place; what is wrong there is in `problems`. `root` is marked when it is awake, and its runs rest while it is out
 * of sight.
 */
export function useFigure(
  experiment: Description,
  view: AnyView,
  first: Setting<Config>,
  readsAddress: boolean,
  root: RefObject<Element>,
) {
  const { stepParameter, handleParameter } = view
  const schema = schemaOf(experiment, view)
  const conductor = useConductor(experiment, root)
  const [setting, setSetting] = useState(first)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const { config, pinned } = setting
  const isLive = conductor.tracks.length > 0

  useEffect(() => {
    root.current?.setAttribute('data-awake', '')
    if (!readsAddress || window.location.search.length < 2) return
    const read = fromQuery(schema, window.location.search)
    setProblems(read.problems)
    apply(read)
  }, [])

  /** New settings: what only changes the showing leaves the runs alone. */
  function apply(next: Setting<Config>): void {
    setSetting(next)
    const after = runConfigs(experiment, next)
    conductor.wantsBand = next.config['band'] === 'on'
    if (!isLive || differ(runConfigs(experiment, setting), after)) void conductor.open(after)
    else if (next.config['band'] !== config['band']) void conductor.band(conductor.wantsBand)
  }

  function change(name: string, value: Typed): void {
    const { config: next, problems } = resolve(schema, { [name]: value }, config)
    setProblems(problems)
    if (problems.length === 0) apply({ config: next, pinned })
  }

  /** Opens the runs of these settings anew, at their first step. */
  const reopen = () => conductor.open(runConfigs(experiment, setting))

  /** The runs of a figure at rest are opened first, with its band if it has one. */
  async function open(): Promise<void> {
    if (isLive) return
    conductor.wantsBand = config['band'] === 'on'
    await reopen()
  }

  /** What is taken away from a figure at rest is what it shows: its runs, computed to their end. */
  async function compute(): Promise<void> {
    const wasAtRest = conductor.phase === 'rest'
    const opened = open()
    await (wasAtRest ? conductor.run() : opened)
  }

  /** Shows the newest step again, where a slider had looked back. */
  function follow(): void {
    if (stepParameter)
      setSetting(({ config, pinned }) => ({ config: { ...config, [stepParameter]: -1 }, pinned }))
  }

  /** A handle gives any x; its number takes those that its slider would. */
  function handle(x: number): void {
    const parameter = schema[handleParameter ?? '']
    if (handleParameter && parameter?.kind === 'number')
      change(handleParameter, String(settled(x, parameter)))
  }

  const actions = {
    run: () => {
      follow()
      void (conductor.phase === 'done' || conductor.phase === 'failed' ? reopen() : open())
      return conductor.run()
    },
    pause: () => conductor.pause(),
    step: async () => {
      follow()
      await (conductor.phase === 'failed' ? reopen() : open())
      await conductor.step()
    },
    reset: () => {
      follow()
      void reopen()
    },
    pin: () => apply({ config, pinned: [...pinned, pinOf(experiment, view, config)] }),
    unpin: () => apply({ config, pinned: pinned.slice(0, -1) }),
    band: () => change('band', config['band'] === 'on' ? 'off' : 'on'),
    pace: (pace: Pace) => {
      conductor.pace = pace
    },
  }

  return {
    schema,
    conductor,
    setting,
    problems,
    isLive,
    change,
    open,
    compute,
    handle: handleParameter ? handle : undefined,
    actions,
    /** Back to the settings that the figure came with; undefined while it has them. */
    restore: differ(runConfigs(experiment, setting), runConfigs(experiment, first))
      ? () => apply(first)
      : undefined,
  }
}

const differ = (one: readonly Config[], other: readonly Config[]): boolean =>
  JSON.stringify(one) !== JSON.stringify(other)

/** A pinned run keeps all its settings but those it shares with the run beside it: the seeds, and where a handle stands. */
function pinOf(experiment: Description, { handleParameter }: AnyView, config: Config): Config {
  return Object.fromEntries(
    Object.entries(configOf(experiment, config)).filter(
      ([name]) => !name.endsWith('Seed') && name !== handleParameter,
    ),
  )
}
