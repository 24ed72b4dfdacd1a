/** What a reader can do with a figure: its settings, its runs, and what each button does to the two. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ExperimentMeta } from '../experiment/experiment.ts'
import { fromQuery } from '../experiment/link.ts'
import { type Config, type Problem, withRole } from '../experiment/parameters.ts'
import { heldFixed, runConfigs, type Setting, withValue } from '../experiment/setting.ts'
import { settingSchema, type ViewMeta } from '../widgets/view.ts'
import type { RawInput } from './controls/raw-input.ts'
import { snapToStep } from './controls/snap-to-step.ts'
import type { Pace } from './run-player.ts'
import { useRunPlayer } from './useRunPlayer.ts'

/**
 * The figure that begins with the settings `first`. With `readsAddress` it takes those of the address bar
 * instead; what is wrong there is in `problems`. `root` is marked once it is hydrated, and its runs pause
 * while it is out of sight.
 */
export function useFigure(
  experiment: ExperimentMeta,
  view: ViewMeta,
  first: Setting,
  readsAddress: boolean,
  root: RefObject<Element>,
) {
  const schema = settingSchema(experiment, view)
  const stepParameter = withRole(view.parameters, 'step')
  const { handleParameter } = view
  const player = useRunPlayer(experiment, root)
  const [setting, setSetting] = useState(first)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const isLive = player.runs.length > 0

  useEffect(() => {
    root.current?.setAttribute('data-hydrated', '')
    if (!readsAddress || window.location.search.length < 2) return
    const { problems, ...read } = fromQuery(schema, window.location.search)
    setProblems(problems)
    apply(read)
  }, [])

  /** New settings: what only changes the showing leaves the runs alone. */
  function apply(next: Setting): void {
    setSetting(next)
    const after = runConfigs(next)
    if (!isLive || differ(runConfigs(setting), after)) void player.open(after, next.band)
    else if (next.band !== setting.band) void player.band(next.band)
  }

  function change(name: string, value: RawInput): void {
    const { setting: next, problems } = withValue(schema, setting, name, value)
    setProblems(problems)
    if (problems.length === 0) apply(next)
  }

  /** Opens the runs of these settings anew, at their first step. */
  const reopen = () => player.open(runConfigs(setting), setting.band)

  /** The runs of a figure at rest are opened first, with its band if it has one. */
  async function open(): Promise<void> {
    if (!isLive) await reopen()
  }

  /** Exports of a figure that was not run first run it to completion. */
  async function compute(): Promise<void> {
    const wasAtRest = player.phase === 'rest'
    const opened = open()
    await (wasAtRest ? player.run() : opened)
  }

  /** Shows the newest step again, where a slider had looked back. */
  function follow(): void {
    if (stepParameter) setSetting((now) => ({ ...now, view: { ...now.view, [stepParameter]: -1 } }))
  }

  /** A handle gives any x; its number takes those that its slider would. */
  function handle(x: number): void {
    const parameter = schema.parameters[handleParameter ?? '']
    if (handleParameter && parameter?.kind === 'number')
      change(handleParameter, String(snapToStep(x, parameter)))
  }

  const actions = {
    run: () => {
      follow()
      void (player.phase === 'done' || player.phase === 'failed' ? reopen() : open())
      return player.run()
    },
    pause: () => player.pause(),
    step: async () => {
      follow()
      await (player.phase === 'failed' ? reopen() : open())
      await player.step()
    },
    reset: () => {
      follow()
      void reopen()
    },
    pin: () => {
      const held = heldFixed(experiment.parameters, setting.config, handleParameter)
      apply({ ...setting, comparisons: [...setting.comparisons, held] })
    },
    unpin: () => apply({ ...setting, comparisons: setting.comparisons.slice(0, -1) }),
    band: () => apply({ ...setting, band: !setting.band }),
    pace: (pace: Pace) => {
      player.pace = pace
    },
  }

  return {
    schema,
    player,
    setting,
    problems,
    isLive,
    change,
    open,
    compute,
    handle: handleParameter ? handle : undefined,
    lookBack: stepParameter ? (step: number) => change(stepParameter, String(step)) : undefined,
    stepShown: stepParameter ? Number(setting.view[stepParameter]) : undefined,
    actions,
    /** Back to the settings that the figure came with; undefined while it has them. */
    restore: differ(runConfigs(setting), runConfigs(first)) ? () => apply(first) : undefined,
  }
}

const differ = (one: readonly Config[], other: readonly Config[]): boolean =>
  JSON.stringify(one) !== JSON.stringify(other)
