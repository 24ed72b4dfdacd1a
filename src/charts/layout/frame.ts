/** `wide` for a full-width figure, `half` beside text or another chart, `narrow` on a phone. */
export type Shape = 'wide' | 'half' | 'narrow'

export const shapes: readonly Shape[] = ['wide', 'half', 'narrow']

export interface Frame {
  readonly width: number
  readonly height: number
  /** Font size in chart units: at least 11 px wherever charts.css shows the shape. */
  readonly size: number
}

export const frames: Record<Shape, Frame> = {
  wide: { width: 960, height: 400, size: 14 },
  half: { width: 460, height: 340, size: 13 },
  narrow: { width: 340, height: 300, size: 13 },
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
