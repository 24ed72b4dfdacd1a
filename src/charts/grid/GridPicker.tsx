/**
 * An overlay that makes each point of a grid a link. The link follows the pointer or moves from cell to
 * cell with the arrow keys; Enter opens it like any other link.
 */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Shape } from '../layout/frame.ts'
import type { Grid } from '../model/chart.ts'
import { gridLayout } from './layout.ts'

interface Props {
  /** Only its layout matters: values may still be missing. */
  readonly grid: Grid
  readonly shape: Shape
  pointAt(at: Place): { readonly at: Place; readonly text: string; readonly href: string }
}

type Place = readonly [x: number, y: number]

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
}

export function GridPicker({ grid, pointAt, shape }: Props): JSX.Element {
  const [chosen, setChosen] = useState<Place | undefined>(undefined)
  const { plot, width, height } = gridLayout(grid, shape)
  const [x, y] = [axisOf(grid.x), axisOf(grid.y)]
  const point = pointAt(chosen ?? [x.at(0.5), y.at(0.5)])
  const [isRight, isHigh] = [x.share(point.at[0]) > 0.5, y.share(point.at[1]) > 0.5]
  const follow = (event: PointerEvent & { currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect()
    const across = (event.clientX - box.left) / box.width
    setChosen([x.at(across), y.at(1 - (event.clientY - box.top) / box.height)])
  }
  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    const [right, up] = arrow
    setChosen([x.inside(point.at[0] + right * x.cell), y.inside(point.at[1] + up * y.cell)])
  }
  const leave = (event: Event & { currentTarget: Element }) =>
    event.currentTarget !== document.activeElement && setChosen(undefined)
  return (
    <>
      <a
        class="chart-pick"
        href={point.href}
        aria-label={point.text}
        style={{
          left: percent(plot.left / width),
          top: percent(plot.top / height),
          width: percent((plot.right - plot.left) / width),
          height: percent((plot.bottom - plot.top) / height),
        }}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={leave}
        onKeyDown={press}
        onFocus={() => setChosen(point.at)}
        onBlur={() => setChosen(undefined)}
      >
        {chosen && (
          <span
            style={{
              left: percent(x.share(point.at[0] - x.cell / 2)),
              bottom: percent(y.share(point.at[1] - y.cell / 2)),
              width: percent(1 / grid.x.count),
              height: percent(1 / grid.y.count),
            }}
          />
        )}
      </a>
      {chosen && (
        <div
          class="chart-readout"
          data-side={isRight ? 'left' : 'right'}
          data-low={isHigh}
          role="status"
        >
          {point.text}
        </div>
      )}
    </>
  )
}

/** Conversions between values on an axis and fractions of its length. */
function axisOf({ domain: [low, high] = [0, 1], count }: Grid['x']) {
  const cell = (high - low) / count
  return {
    cell,
    at: (share: number) => low + share * (high - low),
    share: (value: number) => (value - low) / (high - low),
    inside: (value: number) => Math.min(high - cell / 2, Math.max(low + cell / 2, value)),
  }
}

const percent = (share: number) => `${100 * share}%`
