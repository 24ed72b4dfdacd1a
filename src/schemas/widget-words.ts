import { z } from 'zod'
import type { ParameterWords, WidgetWords } from '../i18n/words.ts'
import { messages, text } from './text.ts'

const parameterWords: z.ZodType<ParameterWords> = z.strictObject({
  label: text,
  short: z.exactOptional(text),
  about: text,
})

/** widgets/<id>.json, whatever the widget: which words it needs depends on its code. */
export const widgetWords: z.ZodType<WidgetWords> = z.strictObject({
  title: text,
  about: text,
  words: messages,
  parameters: z.record(z.string(), parameterWords),
  options: z.record(z.string(), text),
})

/** The same of one widget: words for each of its parameters and options, unless all widgets share them. */
export const widgetWordsOf = (
  parameters: readonly string[],
  options: readonly string[],
  shared: Pick<WidgetWords, 'parameters' | 'options'>,
) =>
  z.strictObject({
    parameters: beside(shared.parameters, parameters, parameterWords),
    options: beside(shared.options, options, text),
  })

function beside<T>(
  shared: Readonly<Record<string, T>>,
  names: readonly string[],
  words: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  const shape = names.map((name) => {
    if (!Object.hasOwn(shared, name)) return [name, words] as const
    const differs = (value: T) => JSON.stringify(value) !== JSON.stringify(shared[name])
    return [name, z.exactOptional(words.refine(differs, 'says what strings.json says'))] as const
  })
  return z.strictObject(Object.fromEntries(shape)) as z.ZodType<Readonly<Record<string, T>>>
}
