/**
 * The chart that follows a run. Its children are the static charts from the build: they stand until
 * the first live drawing, in the same place and of the same look, and stay where there is no script.
 */
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chart, Plot } from './chart.ts'
import { GridChart } from './GridChart.tsx'
import { valueAcross } from './geometry.ts'
import { layout, type Shape, shapes } from './layout.ts'
import { createLive, type Live } from './live.ts'
import { toneClass } from './palette.ts'
import { readout } from './readout.ts'
import { onThemeChange } from './theme.ts'

interface Props {
  /** None yet: the static chart stands. */
  readonly chart?: Chart | undefined
  /** Where the chart has, or will have, a handle: hears where the reader moves it. */
  readonly onHandle?: ((x: number) => void) | undefined
  /** A hand is near and there is no live chart yet. */
  readonly onReach?: (() => void) | undefined
  /** What lies over the chart, at rest too. */
  readonly over?: ((shape: Shape) => ComponentChildren) | undefined
  readonly children?: ComponentChildren
}

interface Hover {
  readonly x: number
  readonly right: boolean
}

export function LiveChart({ chart, onHandle, onReach, over, children }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const live = useRef<Live | undefined>(undefined)
  const latest = useRef(chart)
  const [hover, setHover] = useState<Hover | undefined>(undefined)
  const [shape, setShape] = useState<Shape | undefined>(undefined)
  latest.current = chart
  const grid = chart?.kind === 'grid' ? chart : undefined
  const plot = chart?.kind === 'grid' ? undefined : chart

  /** Draws what there is to draw, once there is room for it. */
  const draw = useRef(() => {
    const { current: room } = frame
    const { current: element } = host
    const { current: now } = latest
    if (!room || !element) return
    const width = room.clientWidth
    const shape = shownShape(room)
    if (width === 0 || !shape) return
    setShape(shape)
    if (!now) return
    room.toggleAttribute('data-live', true)
    if (now.kind === 'grid') {
      live.current?.destroy()
      live.current = undefined
      return
    }
    if (live.current) {
      live.current.resize(shape, width)
      live.current.update(now)
      return
    }
    live.current = createLive(element, now, shape, width, (x, right) =>
      setHover(x === undefined ? undefined : { x, right }),
    )
  }).current

  useLayoutEffect(draw, [chart])
  // A layout effect, for what it undoes must be undone even when the page leaves before its first frame.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(draw)
    if (frame.current) observer.observe(frame.current)
    const stop = onThemeChange(() => live.current?.recolour())
    return () => {
      observer.disconnect()
      stop()
      live.current?.destroy()
      live.current = undefined
    }
  }, [])

  const follow = (event: PointerEvent): void => {
    const { current: room } = frame
    const shape = room && shownShape(room)
    if (!room || !shape || !plot || !onHandle || event.buttons === 0) return
    const { left, width } = room.getBoundingClientRect()
    setHover(undefined)
    onHandle(valueAcross((event.clientX - left) / width, plot, layout(plot, shape)))
  }
  const taken = onHandle && {
    'data-handle': '',
    onPointerEnter: () => chart || onReach?.(),
    onPointerDown: (event: PointerEvent) => {
      frame.current?.setPointerCapture(event.pointerId)
      if (chart) follow(event)
      else onReach?.()
    },
    onPointerMove: follow,
  }

  return (
    <div class="chart">
      <div class="chart-frame" ref={frame} {...taken}>
        {children}
        <div class="chart-live" ref={host} role="img" aria-label={plot?.title} hidden={!!grid} />
        {grid && shape && (
          <div class="chart-live">
            <GridChart chart={grid} shape={shape} />
          </div>
        )}
        {over && shape && over(shape)}
        {plot && hover && <Readout chart={plot} hover={hover} />}
      </div>
    </div>
  )
}

/** On the side away from the pointer. Its numbers stand in the data table too, so it is not read out. */
function Readout({ chart, hover }: { chart: Plot; hover: Hover }): JSX.Element {
  const { x, rows } = readout(chart, hover.x)
  return (
    <div class="chart-readout" data-side={hover.right ? 'left' : 'right'} aria-hidden="true">
      <span>{x}</span>
      {rows.map(({ id, label, tone, value }) => (
        <span key={id} class={toneClass(tone)}>
          <b>{label}</b> {value}
        </span>
      ))}
    </div>
  )
}

/** The style sheet decides by the room there is, and says so in a custom property. */
function shownShape(frame: Element): Shape | undefined {
  const name = getComputedStyle(frame).getPropertyValue('--chart-shape').trim()
  return shapes.find((shape) => shape === name)
}
