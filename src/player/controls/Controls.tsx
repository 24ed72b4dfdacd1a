import type { Config, Parameter, ParameterSchema } from '../../experiment/parameters.ts'
import type { PlayerWords } from '../words.ts'
import { ChoiceControl } from './ChoiceControl.tsx'
import { ListControl } from './ListControl.tsx'
import { NumberControl } from './NumberControl.tsx'
import type { RawInput } from './raw-input.ts'

interface Props {
  readonly id: string
  readonly names: readonly string[]
  readonly schema: ParameterSchema
  readonly config: Config
  readonly words: PlayerWords
  readonly onChange: (name: string, value: RawInput) => void
}

/** A control for each named parameter, made from its schema. */
export function Controls({ id, names, schema, config, words, onChange }: Props) {
  return (
    <div class="controls">
      {names.map((name) => {
        const parameter = schema[name] as Parameter
        const common = {
          id: `${id}-${name}`,
          label: words.parameters[name]?.label ?? name,
          about: words.parameters[name]?.about,
          onChange: (value: RawInput) => onChange(name, value),
        }
        const value = config[name]
        if (parameter.kind === 'choice') {
          return (
            <ChoiceControl
              key={name}
              {...common}
              options={parameter.options}
              value={String(value)}
              words={words.options}
            />
          )
        }
        if (parameter.kind === 'number') {
          return (
            <NumberControl key={name} {...common} parameter={parameter} value={Number(value)} />
          )
        }
        const list = (from: string) => config[from] as readonly number[]
        return (
          <ListControl
            key={name}
            {...common}
            parameter={parameter}
            value={list(name)}
            count={list(parameter.follows ?? name).length}
            words={words}
          />
        )
      })}
    </div>
  )
}
