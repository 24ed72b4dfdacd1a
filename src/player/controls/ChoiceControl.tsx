import { Select } from './Select.tsx'

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
      <Select id={id} options={options} value={value} words={words} onChange={onChange} />
    </div>
  )
}
