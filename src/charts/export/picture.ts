/** SVG and PNG export. Loaded only on demand. */
import { h, render } from 'preact'
import { createLive } from '../canvas/live.ts'
import { frames, type Shape } from '../layout/frame.ts'
import { type Chart, type Drawing, isPlot } from '../model/chart.ts'
import { StaticChart } from '../svg/StaticChart.tsx'

export interface PictureOptions {
  readonly shape?: Shape
  /** A CSS colour; the page's background by default, `none` for a transparent picture. */
  readonly background?: string
}

const shapeStyle = ['fill', 'fill-opacity', 'stroke', 'stroke-linejoin', 'stroke-width']
const textStyle = [...shapeStyle, 'font-family', 'font-weight', 'paint-order']

/** A self-contained SVG file in the current colours of the page. */
export function chartToSvg(chart: Chart, options: PictureOptions = {}): string {
  const { shape = 'wide' } = options
  const { width, height } = frames[shape]
  return withOffscreenHost(width, (host) => {
    render(h(StaticChart, { chart, shape }), host)
    const svg = host.querySelector('svg') as SVGSVGElement
    for (const element of svg.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      const inlined = element.closest('text') ? textStyle : shapeStyle
      for (const name of inlined) element.setAttribute(name, style.getPropertyValue(name))
      element.removeAttribute('class')
    }
    for (const [name, value] of Object.entries({ width, height }))
      svg.setAttribute(name, `${value}`)
    svg.removeAttribute('class')
    svg.prepend(backgroundRect(options.background ?? paperColour(host)))
    const text = new XMLSerializer().serializeToString(svg)
    render(null, host)
    return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
  })
}

/**
 * A PNG with `scale` pixels per chart unit. Plots are drawn by the live chart, because the page's
 * content security policy forbids loading an SVG as an image.
 */
export async function chartToPng(
  chart: Chart,
  scale: number,
  options: PictureOptions = {},
): Promise<Blob> {
  const { shape = 'wide' } = options
  if (!isPlot(chart)) return drawingToPng(chart, scale, options)
  const width = (frames[shape].width * scale) / window.devicePixelRatio
  const picture = document.createElement('canvas')
  await withOffscreenHost(width, async (host) => {
    const live = createLive(host, chart, shape, width)
    // uPlot draws at the end of the current task.
    await new Promise((done) => setTimeout(done, 0))
    picture.width = live.canvas.width
    picture.height = live.canvas.height
    const ctx = picture.getContext('2d') as CanvasRenderingContext2D
    ctx.fillStyle = options.background ?? paperColour(host)
    if (options.background !== 'none') ctx.fillRect(0, 0, picture.width, picture.height)
    ctx.drawImage(live.canvas, 0, 0)
    live.destroy()
  })
  return toPngBlob(picture)
}

/** Grids and histograms are SVG in the page too: copies their paths and texts to a canvas. */
async function drawingToPng(chart: Drawing, scale: number, options: PictureOptions): Promise<Blob> {
  const { shape = 'wide' } = options
  const { width, height } = frames[shape]
  const picture = document.createElement('canvas')
  picture.width = width * scale
  picture.height = height * scale
  const ctx = picture.getContext('2d') as CanvasRenderingContext2D
  ctx.scale(scale, scale)
  withOffscreenHost(width, (host) => {
    ctx.fillStyle = options.background ?? paperColour(host)
    if (options.background !== 'none') ctx.fillRect(0, 0, width, height)
    render(h(StaticChart, { chart, shape }), host)
    for (const element of host.querySelectorAll('path, text')) drawElement(element, ctx)
    render(null, host)
  })
  return toPngBlob(picture)
}

function drawElement(element: Element, ctx: CanvasRenderingContext2D): void {
  const style = getComputedStyle(element)
  const path = new Path2D(element.getAttribute('d') ?? '')
  ctx.globalAlpha = Number(style.fillOpacity)
  ctx.fillStyle = style.fill
  if (element.tagName === 'text') {
    ctx.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    ctx.textAlign = style.textAnchor === 'middle' ? 'center' : (style.textAnchor as 'start' | 'end')
    ctx.fillText(
      element.textContent ?? '',
      Number(element.getAttribute('x')),
      Number(element.getAttribute('y')),
    )
    return
  }
  if (style.fill !== 'none') ctx.fill(path)
  ctx.globalAlpha = 1
  if (style.stroke === 'none') return
  ctx.strokeStyle = style.stroke
  ctx.lineWidth = Number.parseFloat(style.strokeWidth)
  ctx.setLineDash((element.getAttribute('stroke-dasharray')?.split(' ') ?? []).map(Number))
  ctx.stroke(path)
}

function toPngBlob(picture: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, failed) =>
    picture.toBlob((blob) =>
      blob ? done(blob) : failed(new Error('The browser could not encode the PNG.')),
    ),
  )
}

/** Runs `use` with an element that is styled by the page but off screen and hidden from assistive technology. */
function withOffscreenHost<T>(width: number, use: (host: HTMLElement) => T): T {
  const host = document.createElement('div')
  host.setAttribute('aria-hidden', 'true')
  Object.assign(host.style, { position: 'fixed', left: '-99999px', top: '0', width: `${width}px` })
  document.body.append(host)
  const result = use(host)
  if (result instanceof Promise) void result.finally(() => host.remove())
  else host.remove()
  return result
}

function paperColour(host: Element): string {
  return getComputedStyle(host).getPropertyValue('--paper').trim() || 'white'
}

function backgroundRect(colour: string): SVGElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', colour],
  ] as const) {
    rect.setAttribute(name, value)
  }
  return rect
}
