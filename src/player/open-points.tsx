/** For maps, at rest too: what a point of each is, and the link that opens it in another widget. */
import type { ComponentChildren } from 'preact'
import { GridPicker } from '../charts/grid/GridPicker.tsx'
import type { Shape } from '../charts/layout/frame.ts'
import type { Chart } from '../charts/model/chart.ts'
import { toFullQuery } from '../experiment/link.ts'
import { runConfigs, type Setting } from '../experiment/setting.ts'
import { type AnyView, type ShownRun, showRuns } from '../widgets/view.ts'
import type { PageData } from './page-data.ts'

interface Widget extends Pick<PageData, 'experiment' | 'words'> {
  readonly view: AnyView
  readonly addresses: { readonly page: string }
}

/** For each chart what lies over it. Before the first run `live` and `charts` are empty. */
export type Overlay = (
  widget: Widget,
  setting: Setting,
  live: readonly ShownRun[],
  charts: readonly Chart[],
) => readonly (((shape: Shape) => ComponentChildren) | undefined)[]

export const openPoints: Overlay = (
  { experiment, view, words, addresses },
  setting,
  live,
  charts,
) => {
  const isLive = live.length > 0
  const configs = isLive ? [] : runConfigs(setting)
  const unrun = configs.map((config) => ({ config, records: [], band: [] }))
  const runs = isLive ? live : showRuns(unrun, view, words)
  const grids = isLive ? charts : view.charts(runs, setting.view, words)
  return grids.map((grid, i) => {
    const run = runs[i]
    if (grid.kind !== 'grid' || !run) return undefined
    const pointAt = (place: readonly [x: number, y: number]) => {
      const point = view.pointAt?.(run, place, words)
      if (!point) throw new Error(`${experiment.id}: expected a view with points`)
      const page = addresses.page.replace(/[^/]+\/$/, `${point.widget}/`)
      return { ...point, href: `${page}?${toFullQuery(point.config)}` }
    }
    return (shape) => <GridPicker grid={grid} pointAt={pointAt} shape={shape} />
  })
}
