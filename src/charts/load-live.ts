/**
 * uPlot is a third of a figure's code, and a figure at rest needs none of it: it is fetched when the
 * first chart comes to life. Where it cannot start (it asks for the browser's language and breaks on a
 * malformed one), the charts are drawn as the static ones are.
 */
import type { createLive } from './live.ts'
import type { StaticChart } from './StaticChart.tsx'

export type Drawer =
  | { readonly createLive: typeof createLive; readonly StaticChart?: never }
  | { readonly createLive?: never; readonly StaticChart: typeof StaticChart }

let drawer: Promise<Drawer> | undefined

/** Fails only where neither can be had, and tries anew when asked again. */
export function loadDrawer(): Promise<Drawer> {
  drawer ??= import('./live.ts')
    .catch(() => import('./StaticChart.tsx'))
    .catch((error) => {
      drawer = undefined
      throw error
    })
  return drawer
}
