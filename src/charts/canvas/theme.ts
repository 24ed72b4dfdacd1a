/** Colours for the canvas, read from the page's style sheet again whenever the theme changes. */
import { rampSteps } from '../model/palette.ts'

export interface Theme {
  /** The value of a colour token, e.g. `--series-one`. */
  colour(token: string): string
  readonly sans: string
}

const tones = ['one', 'two', 'three', 'four', 'five', 'six', 'theory']
const tokens = [
  ...tones.map((tone) => `--series-${tone}`),
  ...Array.from({ length: rampSteps }, (_, i) => `--ramp-${i}`),
  ...['--name-three', '--paper', '--ink', '--soft', '--rule', '--grid', '--zone'],
]

export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element)
  const colours = new Map(tokens.map((token) => [token, style.getPropertyValue(token).trim()]))
  const sans = style.getPropertyValue('--sans').trim() || 'sans-serif'
  return { colour: (token) => colours.get(token) || 'currentcolor', sans }
}

/** Calls back when the theme, the system's colour scheme or print mode changes. Returns a function that stops this. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
