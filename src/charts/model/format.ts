/**
 * Numbers as text. Locale-independent (no Intl), so that output is reproducible: what differs between
 * languages is passed in as `NumberWords`.
 */

export interface NumberWords {
  /** Names of sizes, greatest first. */
  readonly sizes: readonly { readonly from: number; readonly name: string }[]
  /** Between the figure and the name of its size. */
  readonly space: string
  /** Between groups of three digits. */
  readonly group: string
  readonly infinite: string
  readonly undefined: string
  /** A share of a hundred, with `{value}` for the number. */
  readonly percent: string
}

const minus = '\u2212'

/** A number as it is set: `2×10` with the exponent `−7`, or `0.24` with none. */
export interface NumberText {
  readonly text: string
  readonly exponent?: string
}

/** Two significant digits in words where there are words: `11 million`, `2,300`, `0.024`, `1.2×10⁻⁷`. */
export function inWords(value: number, words: NumberWords, digits = 2): string {
  if (Number.isNaN(value)) return words.undefined
  if (!Number.isFinite(value)) return (value < 0 ? minus : '') + words.infinite
  const rounded = Number(Math.abs(value).toPrecision(digits))
  const sign = value < 0 && rounded > 0 ? minus : ''
  const named = words.sizes.find(({ from }) => rounded >= from)
  if (named && rounded < 1000 * (words.sizes[0]?.from ?? 1)) {
    return sign + trimmed(rounded / named.from, digits) + words.space + named.name
  }
  if (named || (rounded > 0 && rounded < 1e-3)) return figures(value, digits)
  const [whole = '', ...rest] = trimmed(rounded, digits).split('.')
  return [sign + whole.replace(/\B(?=(\d{3})+$)/g, words.group), ...rest].join('.')
}

/** A share of one, in percent: `53 %`. */
export function inPercent(share: number, words: NumberWords, digits = 2): string {
  return words.percent.replace('{value}', inWords(100 * share, words, digits))
}

/** The same number in figures only, on one line: `1.2×10⁻⁷`, `0.024`, `2300`. */
export function figures(value: number, digits = 2): string {
  const { text, exponent } = significant(value, digits)
  return exponent === undefined ? text : text + superscript(exponent)
}

/** `digits` significant digits; a power of ten where the plain number would be hard to read. */
export function significant(value: number, digits = 2): NumberText {
  if (Number.isNaN(value)) return { text: 'NaN' }
  if (!Number.isFinite(value)) return { text: value < 0 ? `${minus}∞` : '∞' }
  const rounded = Number(value.toPrecision(digits))
  const size = Math.abs(rounded)
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return { text: signed(trimmed(rounded, digits)) }
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  return power(String(Number(mantissa)), Number(exponent))
}

export function power(mantissa: string, exponent: number): NumberText {
  const text = mantissa === '1' ? '10' : mantissa === '-1' ? '-10' : `${mantissa}×10`
  return { text: signed(text), exponent: signed(String(exponent)) }
}

/** A hyphen is not a minus sign. */
export function signed(text: string): string {
  return text.replace('-', minus)
}

/** Plain digits without an exponent and without idle zeros: `2300`, `0.024`, `1.5`. */
function trimmed(value: number, digits: number): string {
  const plain = Number(value.toPrecision(digits))
  const places = Math.min(20, Math.max(0, digits - 1 - exponentOf(plain)))
  const text = plain.toFixed(places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** The decimal exponent, read off the number's own digits: no logarithm that rounds the wrong way. */
export function exponentOf(value: number): number {
  return value === 0 ? 0 : Number(value.toExponential().split('e')[1])
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function superscript(text: string): string {
  return text.replace(minus, '⁻').replace(/\d/g, (digit) => raised[Number(digit)] ?? digit)
}
