/**
 * Words that a language lacks are borrowed from the main one. While pages are made they stand between two code points
 * that Unicode keeps for such internal use; src/build/mark-borrowed.ts turns these into `lang` attributes.
 */
const [start, end] = ['\ufdd0', '\ufdd1']

export const borrowed = (text: string): string => `${start}${text}${end}`

/** Without the marks, for what is no HTML. */
export const unmarked = (text: string): string => text.replace(/[\ufdd0\ufdd1]/g, '')

/** A text in parts, each borrowed or not. `isOpen`: whether a borrowed one began before it. */
export function partsOf(text: string, isOpen: boolean) {
  let depth = Number(isOpen)
  const parts: { text: string; isBorrowed: boolean }[] = []
  for (const piece of text.split(/([\ufdd0\ufdd1])/)) {
    if (piece === start) depth++
    else if (piece === end) depth--
    else if (piece) parts.push({ text: piece, isBorrowed: depth > 0 })
  }
  return { parts, isOpen: depth > 0 }
}
