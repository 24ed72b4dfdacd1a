/** What was typed or slid to, each entry of a list by itself; whoever gets it checks it. */
export type RawInput = string | readonly (string | number)[]

/** A number as it is typed where the decimal sign is a comma, on whose keypads there may be no point. */
export const normalizeDecimal = (text: string): string => text.replace(/^([^.,]*),(\d+)$/, '$1.$2')
