/** Puts values into a template's {placeholders}: fill('Chapter {number}', { number: 1 }). */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${template}" needs a value for {${name}}.`)
    return String(value)
  })
}
