import { partsOf, unmarked } from '../i18n/borrowed.ts'

/** Tags, and whole elements and comments whose content is no markup. */
const token =
  /(<!--[\s\S]*?-->|<(?:script|style|title|textarea)\b[\s\S]*?<\/(?:script|style|title|textarea)>|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>)/

/**
 * Says of borrowed words in a page which language they are in: on their element if it says nothing else, and around
 * them elsewhere. Attributes and data lose the marks only: their element is said in one language.
 */
export function markBorrowed(html: string, tag: string): string {
  if (!/[\ufdd0\ufdd1]/.test(html)) return html
  const tokens = html.split(token)
  let isOpen = false
  /** Drawings take no span, and what a script wakes must have the elements that it expects. */
  let closed = 0
  for (let i = 0; i < tokens.length; i++) {
    const text = tokens[i] as string
    if (i % 2 === 1) {
      if (/^<(svg|astro-island)\b/.test(text)) closed++
      if (/^<\/(svg|astro-island)\b/.test(text)) closed--
      tokens[i] = unmarked(text)
      continue
    }
    const { parts, isOpen: isStillOpen } = partsOf(text, isOpen)
    isOpen = isStillOpen
    const said = parts.filter((part) => part.text.trim() !== '')
    if (!said.some(({ isBorrowed }) => isBorrowed)) tokens[i] = unmarked(text)
    else if (said.every(({ isBorrowed }) => isBorrowed) && isWhole(tokens, i)) {
      tokens[i - 1] = withLang(tokens[i - 1] as string, tag)
      tokens[i] = unmarked(text)
    } else if (closed > 0) tokens[i] = unmarked(text)
    else
      tokens[i] = parts.map((part) => (part.isBorrowed ? span(part.text, tag) : part.text)).join('')
  }
  return tokens.join('')
}

/** Whether a text is all that its element holds. */
const isWhole = (tokens: readonly string[], i: number): boolean =>
  /^<[a-zA-Z]/.test(tokens[i - 1] ?? '') &&
  !/^<(input|br|img|hr)\b|<\/(script|style|title|textarea)>$/.test(tokens[i - 1] ?? '') &&
  /^<\//.test(tokens[i + 1] ?? '')

const withLang = (open: string, tag: string): string =>
  /\slang=/.test(open) ? open : open.replace(/^<[^\s/>]+/, (name) => `${name} lang="${tag}"`)

const span = (text: string, tag: string): string => `<span lang="${tag}">${text}</span>`
