import { useEffect, useState } from 'preact/hooks'
import type { NumberParameter } from '../../experiments/parameters.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly about?: string | undefined
  readonly parameter: Pick<NumberParameter, 'min' | 'max' | 'step' | 'scale'>
  readonly value: number
  /** What was typed or slid to; whoever gets it checks it. */
  readonly onChange: (value: string) => void
}

const sliderSteps = 200

/** A range input with a number beside it: slide roughly, type exactly. */
export function NumberControl({ id, label, about, parameter, value, onChange }: Props) {
  const { min, max, step, scale } = parameter
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  const isLog = scale === 'log'
  const commit = () => {
    if (text !== String(value)) onChange(text)
    setText(String(value)) // if it is refused, what is used stands there again
  }
  return (
    <div class="control" title={about}>
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={String(value)}
        min={isLog ? 0 : min}
        max={isLog ? sliderSteps : max}
        step={isLog ? 1 : step}
        value={isLog ? toSlider(value, min, max) : value}
        onInput={(event) => {
          const at = Number(event.currentTarget.value)
          onChange(String(isLog ? fromSlider(at, min, max, step) : rounded(at, step)))
        }}
      />
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  )
}

function toSlider(value: number, min: number, max: number): number {
  return Math.round((sliderSteps * Math.log(value / min)) / Math.log(max / min))
}

/** Two significant digits, so that a slider gives numbers one would also type. */
function fromSlider(at: number, min: number, max: number, step: number): number {
  if (at <= 0) return min
  if (at >= sliderSteps) return max
  const exact = min * (max / min) ** (at / sliderSteps)
  const value = step === 1 ? Math.round(exact) : Number(exact.toPrecision(2))
  return Math.min(max, Math.max(min, value))
}

/** 0.1 · 3 is not 0.3; a slider's value should be what it says. */
const rounded = (value: number, step: number) =>
  Number((Math.round(value / step) * step).toPrecision(12))
