import { useState } from 'preact/hooks'
import type { Config, ParameterSchema } from '../experiment/parameters.ts'
import { Controls } from './controls/Controls.tsx'
import type { RawInput } from './controls/raw-input.ts'
import type { PlayerWords } from './words.ts'

interface Props {
  readonly id: string
  readonly schema: ParameterSchema
  /** The controls that a figure puts first; the rest are one click away. */
  readonly open: readonly string[]
  /** Parameters that have a place of their own elsewhere. */
  readonly hidden: readonly string[]
  readonly config: Config
  readonly words: PlayerWords
  readonly onChange: (name: string, value: RawInput) => void
  readonly onRestore: (() => void) | undefined
}

/** The settings; on a phone folded behind their heading, so that the chart stays in view. */
export function SettingsPanel({
  id,
  schema,
  open,
  hidden,
  config,
  words,
  onChange,
  onRestore,
}: Props) {
  const [isUnfolded, setUnfolded] = useState(false)
  const rest = Object.keys(schema).filter((name) => !open.includes(name) && !hidden.includes(name))
  const common = { schema, config, words, onChange, id }
  return (
    <div class="settings" data-unfolded={isUnfolded}>
      <button
        type="button"
        class="unfold"
        aria-expanded={isUnfolded}
        aria-controls={`${id}-settings`}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {words.lab.settings}
      </button>
      <div class="settings-body" id={`${id}-settings`}>
        <Controls names={open} {...common} />
        {rest.length > 0 && (
          <details>
            <summary>{words.lab.moreSettings}</summary>
            <Controls names={rest} {...common} />
          </details>
        )}
        {onRestore && (
          <button type="button" class="restore" onClick={onRestore}>
            {words.lab.restore}
          </button>
        )}
      </div>
    </div>
  )
}
