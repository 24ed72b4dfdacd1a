import type { ListParameter } from '../../experiment/parameters.ts'
import type { PlayerWords } from '../words.ts'
import { NumberControl } from './NumberControl.tsx'
import type { RawInput } from './raw-input.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly about?: string | undefined
  readonly parameter: ListParameter
  readonly value: readonly number[]
  /** How many entries to show, where another list says. */
  readonly count: number
  readonly words: PlayerWords
  readonly onChange: (value: RawInput) => void
}

/** A number control for each entry, and, where the list sets its own length, buttons to change it. */
export function ListControl({ id, label, about, parameter, value, count, words, onChange }: Props) {
  const entries = Array.from({ length: count }, (_, i) => value[i] ?? 0)
  const [least, most] = parameter.length
  return (
    <fieldset class="list-control" title={about}>
      <legend>{label}</legend>
      {entries.map((entry, i) => (
        <NumberControl
          key={i}
          id={`${id}-${i}`}
          label={String(i + 1)}
          parameter={parameter}
          value={entry}
          onChange={(text) => onChange(entries.map((x, j) => (j === i ? text : x)))}
        />
      ))}
      {parameter.follows === undefined && (
        <p class="list-buttons">
          <button
            type="button"
            disabled={count <= least}
            onClick={() => onChange(entries.slice(0, -1))}
          >
            {words.lab.fewer}
          </button>
          <button
            type="button"
            disabled={count >= most}
            onClick={() => onChange([...entries, entries.at(-1) ?? 0])}
          >
            {words.lab.more}
          </button>
        </p>
      )}
    </fieldset>
  )
}
