/**
 * A decimal number as text: `3`, `-0.5`, `.5`, `1e-9`. Each text matches in at most one way, so that a long
 * one cannot make the search backtrack.
 */
export const decimal: RegExp = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
