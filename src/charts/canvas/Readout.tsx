import type { JSX } from 'preact'
import type { ReadoutContent } from '../layout/readout.ts'
import { toneClass } from '../model/palette.ts'

interface Props {
  readonly content: ReadoutContent
  /** The side of the chart away from the point that is read. */
  readonly side: 'left' | 'right'
  /** Announced to screen readers, when moved by the keyboard. The numbers are in the data table in any case. */
  readonly isSpoken: boolean
}

export function Readout({ content: { x, y, rows }, side, isSpoken }: Props): JSX.Element {
  const aria = isSpoken ? { role: 'status' as const } : { 'aria-hidden': 'true' as const }
  return (
    <div class="chart-readout" data-side={side} {...aria}>
      <span>{x}</span>
      {y && <span>{y}</span>}
      {rows.map(({ id, label, tone, value }) => (
        <span key={id} class={toneClass(tone)}>
          <b>{label}</b> {value}
        </span>
      ))}
    </div>
  )
}
