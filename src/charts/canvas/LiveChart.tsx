/**
 * The chart that follows a run. Its children are the static charts from the build, which are shown until
 * the first live drawing replaces them, or permanently without JavaScript.
 */
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Shape, shapes } from '../layout/frame.ts'
import { valueAcross } from '../layout/geometry.ts'
import { layout } from '../layout/layout.ts'
import { nextStop, readout } from '../layout/readout.ts'
import { type Chart, isPlot } from '../model/chart.ts'
import type { LiveDrawing } from './LiveDrawing.tsx'
import type { Live } from './live.ts'
import { loadDrawing, loadRenderer, type Renderer } from './load-live.ts'
import { Readout } from './Readout.tsx'
import { onThemeChange } from './theme.ts'

interface Props {
  /** If undefined, the static chart is shown. */
  readonly chart?: Chart | undefined
  /** Called with the handle's new x, for charts that have or will have a handle. */
  readonly onHandle?: ((x: number) => void) | undefined
  /** Called when the pointer enters before there is a live chart. */
  readonly onReach?: (() => void) | undefined
  /** Called when the drawing code failed to load. */
  readonly onMissing?: (() => void) | undefined
  /** An overlay, shown over the static chart too. */
  readonly over?: ((shape: Shape) => ComponentChildren) | undefined
  readonly children?: ComponentChildren
}

interface Hover {
  readonly x: number
  readonly right: boolean
}

export function LiveChart({
  chart,
  onHandle,
  onReach,
  onMissing,
  over,
  children,
}: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const live = useRef<Live | undefined>(undefined)
  const latest = useRef(chart)
  const fromKeyboard = useRef(false)
  const [renderer, setRenderer] = useState<Renderer | undefined>(undefined)
  const [DrawingComponent, setDrawingComponent] = useState<typeof LiveDrawing | undefined>(
    undefined,
  )
  const [hover, setHover] = useState<Hover | undefined>(undefined)
  const [shape, setShape] = useState<Shape | undefined>(undefined)
  latest.current = chart
  const StaticFallback = renderer?.StaticChart
  const plot = chart && isPlot(chart) ? chart : undefined
  const drawing = chart && !isPlot(chart) ? chart : undefined

  /** Draws the latest chart once the element has a size and the renderer has loaded. */
  const draw = (): void => {
    const { current: box } = frame
    const { current: element } = host
    const { current: chartNow } = latest
    if (!box || !element) return
    const width = box.clientWidth
    const shape = shownShape(box)
    if (width === 0 || !shape) return
    setShape(shape)
    if (!chartNow) return
    if (!isPlot(chartNow)) {
      live.current?.destroy()
      live.current = undefined
      if (!DrawingComponent) {
        loadDrawing().then((loaded) => setDrawingComponent(() => loaded), onMissing)
        return
      }
    } else if (!renderer) {
      loadRenderer().then(setRenderer, onMissing)
      return
    } else if (live.current) {
      live.current.resize(shape, width)
      live.current.update(chartNow)
    } else if (renderer.createLive) {
      live.current = renderer.createLive(element, chartNow, shape, width, (x, right) =>
        setHover(x === undefined ? undefined : { x, right }),
      )
    }
    box.toggleAttribute('data-live', true)
  }
  const drawLatest = useRef(draw)
  drawLatest.current = draw

  useLayoutEffect(draw, [chart, renderer, DrawingComponent])
  // A layout effect, so that its cleanup runs even if the component unmounts before the first frame.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => drawLatest.current())
    if (frame.current) observer.observe(frame.current)
    const stop = onThemeChange(() => live.current?.updateColours())
    return () => {
      observer.disconnect()
      stop()
      live.current?.destroy()
      live.current = undefined
    }
  }, [])

  const moveHandle = (event: PointerEvent): void => {
    const { current: box } = frame
    const shape = box && shownShape(box)
    if (!box || !shape || !plot || !onHandle || event.buttons === 0) return
    const { left, width } = box.getBoundingClientRect()
    setHover(undefined)
    onHandle(valueAcross((event.clientX - left) / width, plot, layout(plot, shape)))
  }
  const handleProps = onHandle && {
    'data-handle': '',
    onPointerEnter: () => chart || onReach?.(),
    onPointerDown: (event: PointerEvent) => {
      frame.current?.setPointerCapture(event.pointerId)
      if (chart) moveHandle(event)
      else onReach?.()
    },
    onPointerMove: moveHandle,
  }

  /** Arrow keys move the readout from point to point. */
  const readWithKeys = (event: KeyboardEvent): void => {
    const next = plot && nextStop(plot, hover?.x, event.key)
    if (event.key !== 'Escape' && next === undefined) return
    event.preventDefault()
    fromKeyboard.current = true
    live.current?.point(next)
  }

  return (
    <div class="chart">
      <div class="chart-frame" ref={frame} {...handleProps}>
        {children}
        <div
          class="chart-live"
          ref={host}
          role="img"
          aria-label={plot?.title}
          hidden={!plot}
          tabIndex={plot ? 0 : undefined}
          onKeyDown={readWithKeys}
          onBlur={() => live.current?.point(undefined)}
          onPointerMove={() => {
            fromKeyboard.current = false
          }}
        >
          {StaticFallback && plot && shape && <StaticFallback chart={plot} shape={shape} />}
        </div>
        {DrawingComponent && drawing && shape && <DrawingComponent chart={drawing} shape={shape} />}
        {plot && hover && (
          <Readout
            content={readout(plot, hover.x)}
            side={hover.right ? 'left' : 'right'}
            isSpoken={fromKeyboard.current}
          />
        )}
        {over && shape && over(shape)}
      </div>
    </div>
  )
}

/** The shape that the style sheet has chosen, from a custom property. */
function shownShape(frame: Element): Shape | undefined {
  const name = getComputedStyle(frame).getPropertyValue('--chart-shape').trim()
  return shapes.find((shape) => shape === name)
}
