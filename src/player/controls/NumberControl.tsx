import { useEffect, useState } from 'preact/hooks'
import type { NumberParameter } from '../../experiment/parameters.ts'
import { fromSlider, sliderSteps, toSlider } from './log-slider.ts'
import { normalizeDecimal } from './raw-input.ts'
import { snapToStep } from './snap-to-step.ts'
import { useHydrated } from './useHydrated.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly about?: string | undefined
  readonly parameter: Pick<NumberParameter, 'min' | 'max' | 'step' | 'scale'>
  readonly value: number
  /** What was typed or slid to; whoever gets it checks it. */
  readonly onChange: (value: string) => void
}

/** A range input with a number beside it: slide roughly, type exactly. */
export function NumberControl({ id, label, about, parameter, value, onChange }: Props) {
  const { min, max, step, scale } = parameter
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  const isHydrated = useHydrated()
  const isLog = scale === 'log'
  const commit = () => {
    if (text !== String(value)) onChange(normalizeDecimal(text))
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
        value={isLog ? toSlider(value, parameter) : value}
        onInput={(event) => {
          const at = Number(event.currentTarget.value)
          onChange(String(isLog ? fromSlider(at, parameter) : snapToStep(at, parameter)))
        }}
      />
      {isHydrated ? (
        <input
          id={id}
          type="text"
          class="field"
          inputMode="decimal"
          autocomplete="off"
          style={`--digits:${text.length}`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      ) : (
        <output id={id} class="field" style={`--digits:${text.length}`}>
          {text}
        </output>
      )}
    </div>
  )
}
