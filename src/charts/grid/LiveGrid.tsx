/** A live grid with a readout of the cell under the pointer or chosen by arrow keys. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Readout } from '../canvas/Readout.tsx'
import type { Shape } from '../layout/frame.ts'
import type { Grid } from '../model/chart.ts'
import { GridChart } from './GridChart.tsx'
import { gridLayout } from './layout.ts'
import { type Cell, cellAt, gridReadout, nextCell } from './readout.ts'

interface Props {
  readonly chart: Grid
  readonly shape: Shape
}

export function LiveGrid({ chart, shape }: Props): JSX.Element {
  const [chosen, setChosen] = useState<{ readonly cell: Cell; readonly isFromKeyboard: boolean }>()
  // The next chart may have fewer cells.
  const cell =
    chosen && chosen.cell.column < chart.x.count && chosen.cell.row < chart.y.count
      ? chosen.cell
      : undefined

  const point = (event: PointerEvent): void => {
    const page = gridLayout(chart, shape)
    const { left, top, width, height } = (
      event.currentTarget as HTMLElement
    ).getBoundingClientRect()
    const place = [
      ((event.clientX - left) / width) * page.width,
      ((event.clientY - top) / height) * page.height,
    ] as const
    const found = cellAt(chart, page, place)
    setChosen(found && { cell: found, isFromKeyboard: false })
  }
  const move = (event: KeyboardEvent): void => {
    const next = nextCell(chart, cell, event.key)
    if (event.key !== 'Escape' && !next) return
    event.preventDefault()
    setChosen(next && { cell: next, isFromKeyboard: true })
  }

  return (
    <>
      <div
        class="chart-live"
        role="img"
        aria-label={chart.title}
        tabIndex={0}
        onPointerMove={point}
        onPointerLeave={() => setChosen(undefined)}
        onKeyDown={move}
        onBlur={() => setChosen(undefined)}
      >
        <GridChart chart={chart} shape={shape} cell={cell} />
      </div>
      {cell && (
        <Readout
          content={gridReadout(chart, cell)}
          side={cell.column < chart.x.count / 2 ? 'right' : 'left'}
          isSpoken={chosen?.isFromKeyboard ?? false}
        />
      )}
    </>
  )
}
