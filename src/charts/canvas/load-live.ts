/**
 * uPlot is a third of a figure's code and is not needed before the first run, so it is loaded on demand.
 * Where it fails to start (it throws on a malformed browser language), the static renderer is used.
 */

import type { StaticChart } from '../svg/StaticChart.tsx'
import type { LiveDrawing } from './LiveDrawing.tsx'
import type { createLive } from './live.ts'

export type Renderer =
  | { readonly createLive: typeof createLive; readonly StaticChart?: never }
  | { readonly createLive?: never; readonly StaticChart: typeof StaticChart }

/** For plots; rejects only if neither renderer loads. The timeout makes loading and drawing two separate tasks. */
export const loadRenderer = (): Promise<Renderer> =>
  import('./live.ts')
    .catch(() => import('../svg/StaticChart.tsx'))
    .then((drawer) => new Promise((ready) => setTimeout(ready, 0, drawer)))

/** For grids and histograms, which few pages have. */
export const loadDrawing = (): Promise<typeof LiveDrawing> =>
  import('./LiveDrawing.tsx').then((loaded) => loaded.LiveDrawing)
