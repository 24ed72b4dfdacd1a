import { useHydrated } from './useHydrated.ts'

interface Props<Value extends string | number> {
  readonly id: string
  readonly options: readonly Value[]
  readonly value: Value
  readonly words: Readonly<Partial<Record<Value, string>>>
  readonly onChange: (value: Value) => void
}

/** One of a few, by the words for them. */
export function Select<Value extends string | number>({
  id,
  options,
  value,
  words,
  onChange,
}: Props<Value>) {
  const name = (option: Value) => words[option] ?? String(option)
  if (!useHydrated()) {
    return (
      <output id={id} class="field">
        {name(value)}
      </output>
    )
  }
  return (
    <select
      id={id}
      value={value}
      onChange={(event) => onChange(options[event.currentTarget.selectedIndex] as Value)}
    >
      {options.map((option) => (
        <option key={option} value={option} selected={option === value}>
          {name(option)}
        </option>
      ))}
    </select>
  )
}
