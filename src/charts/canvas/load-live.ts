/**
 * uPlot is a third of a figure's code, and a figure at rest needs none of it: it is fetched when the
 * first chart comes to life. Where it cannot start (it asks for the browser's language and breaks on a
 * malformed one), the charts are drawn as the static ones are.
 */

import type { StaticChart } from '../svg/StaticChart.tsx'
import type { LiveDrawing } from './LiveDrawing.tsx'
import type { createLive } from './live.ts'

export type Renderer =
  | { readonly createLive: typeof createLive; readonly StaticChart?: never }
  | { readonly createLive?: never; readonly StaticChart: typeof StaticChart }

/** For plots; fails only where neither can be had. Reading the code and drawing with it are two tasks. */
export const loadRenderer = (): Promise<Renderer> =>
  import('./live.ts')
    .catch(() => import('../svg/StaticChart.tsx'))
    .then((drawer) => new Promise((ready) => setTimeout(ready, 0, drawer)))

/** For drawings, which few pages have. */
export const loadDrawing = (): Promise<typeof LiveDrawing> =>
  import('./LiveDrawing.tsx').then((loaded) => loaded.LiveDrawing)
