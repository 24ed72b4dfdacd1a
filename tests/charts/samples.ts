import type { Bars, Line, Plot } from '../../src/charts/model/chart.ts'

export const layers = Array.from({ length: 12 }, (_, i) => i + 1)

export function line(given: Partial<Line> = {}): Line {
  return {
    kind: 'line',
    id: 'line',
    label: 'sigmoid, Xavier',
    tone: 'one',
    x: layers,
    y: layers.map((layer) => Number(`1e${layer - 12}`)),
    dash: 'solid',
    marker: 'circle',
    named: true,
    ...given,
  }
}

export const profile: Plot = {
  id: 'profile',
  title: 'Gradient norm by layer',
  x: { label: 'hidden layer', scale: 'linear', domain: [1, 12], whole: true },
  y: { label: 'gradient norm', scale: 'log', domain: [1e-12, 1] },
  series: [
    line(),
    line({
      id: 'relu',
      label: 'ReLU, He',
      tone: 'two',
      marker: 'square',
      y: layers.map(() => 0.1),
    }),
    line({ id: 'theory', label: 'theory', tone: 'theory', dash: 'dashed', marker: 'none' }),
    {
      kind: 'band',
      id: 'seeds',
      label: '20 seeds',
      tone: 'one',
      x: layers,
      low: layers.map((layer) => Number(`1e${layer - 13}`)),
      high: layers.map((layer) => Number(`1e${Math.min(0, layer - 11)}`)),
    },
  ],
}

const steps = Array.from({ length: 400 }, (_, i) => i)

export const loss: Plot = {
  id: 'loss',
  title: 'Loss',
  x: { label: 'step', scale: 'linear', domain: [0, 400], whole: true },
  y: { label: 'loss', scale: 'linear', domain: [0, 2.5] },
  series: [line({ x: steps, y: steps.map((step) => 2.3 / (1 + step / 100)) })],
}

const factor: Bars = {
  kind: 'bars',
  id: 'factor',
  label: 'factor',
  tone: { ramp: 0.5 },
  x: [1, 2, 3],
  y: [0.25, 2, null],
}

export const bars: Plot = {
  id: 'bars',
  title: 'Factors',
  x: { label: 'factor', scale: 'linear', domain: [1, 3], whole: true },
  y: { label: 'size', scale: 'log', domain: [1e-2, 10] },
  series: [factor],
}

export const zones: Plot = {
  ...loss,
  x: { label: 'z', scale: 'linear', domain: [-6, 6] },
  zones: [
    { from: -9, to: -3, label: 'saturated' },
    { from: 3, to: 6, label: 'saturated too' },
  ],
  cursor: 2,
  series: [],
}
