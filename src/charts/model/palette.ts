/**
 * Colour by meaning. A tone is a CSS class in the static chart and a CSS variable in the live one;
 * the colours themselves are defined only in styles/charts.css, so that dark mode applies to both.
 */
import type { Dash, Tone } from './chart.ts'

export const rampSteps = 11

export function toneClass(tone: Tone): string {
  return `tone-${toneName(tone)}`
}

export function toneVariable(tone: Tone): string {
  const name = toneName(tone)
  return name.startsWith('ramp') ? `--${name}` : `--series-${name}`
}

/** Text needs more contrast than strokes: a pale tone has a darker colour for its label. */
export function labelVariable(tone: Tone): string {
  return tone === 'three' ? '--name-three' : toneVariable(tone)
}

function toneName(tone: Tone): string {
  if (typeof tone === 'string') return tone
  const place = Math.min(1, Math.max(0, tone.ramp))
  return `ramp-${Math.round(place * (rampSteps - 1)) || 0}`
}

/** Lengths of strokes and gaps, in chart units. */
export const dashes: Record<Dash, readonly number[]> = {
  solid: [],
  dashed: [7, 5],
  dotted: [2, 4],
  dashDot: [9, 4, 2, 4],
  none: [],
}

export const strokeWidth = 2.2
/** Thinner than measured lines. */
export const theoryWidth = 1.6
/** The background-coloured rim that separates a marker from its line. */
export const markerRim = 1.4
export const bandOpacity = 0.16
export const faintOpacity = 0.35

export function lineWidth(tone: Tone): number {
  return tone === 'theory' ? theoryWidth : strokeWidth
}
