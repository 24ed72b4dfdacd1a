interface Props {
  readonly id: string
  readonly label: string
  readonly about?: string | undefined
  readonly options: readonly string[]
  readonly value: string
  readonly words: Readonly<Record<string, string>>
  readonly onChange: (value: string) => void
}

export function ChoiceControl({ id, label, about, options, value, words, onChange }: Props) {
  return (
    <div class="control" title={about}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option} selected={option === value}>
            {words[option] ?? option}
          </option>
        ))}
      </select>
    </div>
  )
}
