/**
 * uPlot is a third of a figure's code, and a figure at rest needs none of it: it is fetched when the
 * first chart comes to life. Where it cannot start (it asks for the browser's language and breaks on a
 * malformed one), the charts are drawn as the static ones are.
 */
import type { LiveDrawing } from './LiveDrawing.tsx'
import type { createLive } from './live.ts'
import type { StaticChart } from './StaticChart.tsx'

export type Drawer =
  | { readonly createLive: typeof createLive; readonly StaticChart?: never }
  | { readonly createLive?: never; readonly StaticChart: typeof StaticChart }

/** For plots; fails only where neither can be had. */
export const loadDrawer = (): Promise<Drawer> =>
  import('./live.ts').catch(() => import('./StaticChart.tsx'))

/** For drawings, which few pages have. */
export const loadDrawing = (): Promise<typeof LiveDrawing> =>
  import('./LiveDrawing.tsx').then((loaded) => loaded.LiveDrawing)
