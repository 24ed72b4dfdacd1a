/** What was typed or slid to, a text for each entry of a list; whoever gets it checks it. */
export type Typed = string | readonly string[]

/** A number as it is typed where the decimal sign is a comma, on whose keypads there may be no point. */
export const withPoint = (text: string): string =>
  /^\s*[+-]?\d*,\d+(e[+-]?\d+)?\s*$/i.test(text) ? text.replace(',', '.') : text
