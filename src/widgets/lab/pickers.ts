/** For maps, at rest too: what a point of each is, and the link that opens it in another widget. */
import type { Chart } from '../../charts/chart.ts'
import type { Picker } from '../../charts/GridPicker.tsx'
import type { Config } from '../../experiments/parameters.ts'
import { inFull, type Setting } from '../../experiments/query.ts'
import type { LabProps } from './Lab.tsx'
import { runConfigs } from './settings.ts'
import { type AnyView, type ShownRun, showRuns } from './view.ts'

export function pickersOf(
  { experiment, view, words, addresses }: LabProps & { readonly view: AnyView },
  setting: Setting<Config>,
  live: readonly ShownRun[],
  charts: readonly Chart[],
): (Picker | undefined)[] {
  const isLive = live.length > 0
  const configs = isLive ? [] : runConfigs(experiment, setting)
  const unrun = configs.map((config) => ({ config, records: [], band: [] }))
  const runs = isLive ? live : showRuns(unrun, view, words)
  const grids = isLive ? charts : view.charts(runs, setting.config, words)
  return grids.map((grid, i) => {
    const run = runs[i]
    if (grid.kind !== 'grid' || !run || !view.pointAt) return undefined
    const pointAt = view.pointAt.bind(view, run)
    return {
      grid,
      pointAt: (place) => {
        const { at, text, widget, config } = pointAt(place, words)
        const page = addresses.page.replace(/[^/]+\/$/, `${widget}/`)
        return { at, text, href: `${page}?${inFull(config)}` }
      },
    }
  })
}
