/** Letters that make words with spaces between them. Chinese has none: a term stands anywhere in its running text. */
const letter = '[[\\p{L}\\p{N}\\-]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]]'
const startsWord = new RegExp(`^${letter}`, 'v')
const endsWord = new RegExp(`${letter}$`, 'v')

/** The first of some terms in a text. Longer forms first, so that "learning rate" is not taken for "rate"; whole words only. */
export function findTerm(forms: Iterable<string>, text: string): RegExpExecArray | null {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length).map(patternOf)
  return new RegExp(longestFirst.join('|'), 'iv').exec(text)
}

function patternOf(form: string): string {
  const before = startsWord.test(form) ? `(?<!${letter})` : ''
  const after = endsWord.test(form) ? `(?!${letter})` : ''
  return before + form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') + after
}
