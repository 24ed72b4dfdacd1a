/** For maps, at rest too: what a point of each is, and the link that opens it in another widget. */
import { GridPicker } from '../charts/grid/GridPicker.tsx'
import { inFull } from '../experiment/link.ts'
import { showRuns } from '../widgets/view.ts'
import type { Overlay } from './Player.tsx'
import { runConfigs } from './settings.ts'

export const openPoints: Overlay = (props, setting, live, charts) => {
  const { experiment, view, words, addresses } = props
  const isLive = live.length > 0
  const configs = isLive ? [] : runConfigs(experiment, setting)
  const unrun = configs.map((config) => ({ config, records: [], band: [] }))
  const runs = isLive ? live : showRuns(unrun, view, words)
  const grids = isLive ? charts : view.charts(runs, setting.config, words)
  return grids.map((grid, i) => {
    const run = runs[i]
    if (grid.kind !== 'grid' || !run) return undefined
    const pointAt = (place: readonly [x: number, y: number]) => {
      const point = view.pointAt?.(run, place, words)
      if (!point) throw new Error(`${experiment.id}: expected a view with points`)
      const page = addresses.page.replace(/[^/]+\/$/, `${point.widget}/`)
      return { ...point, href: `${page}?${inFull(point.config)}` }
    }
    return (shape) => <GridPicker grid={grid} pointAt={pointAt} shape={shape} />
  })
}
