/**
 * Text widths without a browser, for charts drawn at build time: estimates for a common sans serif, on
 * the generous side.
 */

const narrowLetter = /[iljtfrI.,:;'’|!()[\] ]/
const wideLetter = /[mwMW@%—×+=<>σ]/
const fullWidthLetter = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/

/** Marks of borrowed words, which are gone from the page: see i18n/borrowed.ts. */
const unseen = /[\ufdd0\ufdd1]/

/** Line labels are bold, and so wider. */
export const boldFactor = 1.1

export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) {
    if (unseen.test(letter)) continue
    if (fullWidthLetter.test(letter)) ems += 1
    else if (narrowLetter.test(letter)) ems += 0.39
    else if (wideLetter.test(letter)) ems += 0.92
    else if (/[A-Z]/.test(letter)) ems += 0.74
    else ems += 0.64
  }
  return ems * size
}

/** Broken at spaces, and between Chinese letters, into lines no wider than `width`; a single long word stays whole. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const { piece, space } of pieces(text)) {
    const line = lines.at(-1)
    const longer = `${line}${space}${piece}`
    if (line !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** Closing marks stay with what is before them, opening ones with what follows. */
const unbroken =
  /[（《「『“‘]*(?:[\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7af]|[^\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7af（《「『]+)[，。、；：！？）》」』”’…]*|[（《「『“‘]+$/g

const pieces = (text: string) =>
  text
    .split(' ')
    .flatMap((word) =>
      (word.match(unbroken) ?? [word]).map((piece, i) => ({ piece, space: i === 0 ? ' ' : '' })),
    )
