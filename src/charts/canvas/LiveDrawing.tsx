/** A grid or histograms that follow a run. */
import type { JSX } from 'preact'
import { HistogramsChart } from '../grid/HistogramsChart.tsx'
import { LiveGrid } from '../grid/LiveGrid.tsx'
import type { Shape } from '../layout/frame.ts'
import type { Drawing } from '../model/chart.ts'

interface Props {
  readonly chart: Drawing
  readonly shape: Shape
}

export function LiveDrawing({ chart, shape }: Props): JSX.Element {
  if (chart.kind === 'grid') return <LiveGrid chart={chart} shape={shape} />
  return (
    <div class="chart-live">
      <HistogramsChart chart={chart} shape={shape} />
    </div>
  )
}
