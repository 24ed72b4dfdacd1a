/** The words of one widget and of one figure: a file each, in the page's language. */

export interface ParameterWords {
  readonly label: string
  /** Where it names a run, if the label is long. */
  readonly short?: string
  readonly about: string
}

/** content/<lang>/widgets/<id>.json. Parameters and options stand here unless strings.json has them for all widgets. */
export interface WidgetWords {
  readonly title: string
  readonly about: string
  /** What the widget's view says. */
  readonly words: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, ParameterWords>>
  readonly options: Readonly<Record<string, string>>
}

/** content/<lang>/figures/<name>.json. The caption may hold {run.measure} and {run.measure.median}. */
export interface FigureWords {
  readonly title: string
  readonly caption: string
}

const widgets = import.meta.glob<WidgetWords>('../../content/*/widgets/*.json', {
  eager: true,
  import: 'default',
})
const figures = import.meta.glob<FigureWords>('../../content/*/figures/*.json', {
  eager: true,
  import: 'default',
})

export const widgetWords = (lang: string, id: string) =>
  wordsIn(widgets, `content/${lang}/widgets/${id}.json`)

export const figureWords = (lang: string, name: string) =>
  wordsIn(figures, `content/${lang}/figures/${name}.json`)

/** content/<lang>/claims.json: what the source says, paraphrased, and the verdict's reason in a line. */
export type ClaimWords = Readonly<
  Record<string, { readonly says: string; readonly because: string }>
>

const claims = import.meta.glob<ClaimWords>('../../content/*/claims.json', {
  eager: true,
  import: 'default',
})

export const claimWords = (lang: string) => wordsIn(claims, `content/${lang}/claims.json`)

/** content/<lang>/glossary.json, in alphabetical order. */
export interface GlossaryEntry {
  readonly id: string
  readonly term: string
  readonly symbol?: string
  /** The words by which a chapter names it; the first of them there links here. */
  readonly forms: readonly string[]
  readonly text: string
  /** The chapter that introduces it. */
  readonly chapter: string
}

const glossaries = import.meta.glob<readonly GlossaryEntry[]>('../../content/*/glossary.json', {
  eager: true,
  import: 'default',
})

export const glossary = (lang: string) => wordsIn(glossaries, `content/${lang}/glossary.json`)

/** content/<lang>/cheat-sheet.json: what to take for which job, and the figures that show why. */
export interface CheatSheet {
  readonly title: string
  readonly description: string
  readonly lede: string
  readonly columns: Readonly<Record<'job' | 'take' | 'because' | 'see', string>>
  readonly parts: readonly { readonly title: string; readonly rows: readonly CheatRow[] }[]
  /** On the source's own summary. */
  readonly claim: string
}

export interface CheatRow {
  readonly job: string
  readonly take: string
  readonly because: string
  readonly figures: readonly string[]
}

const cheatSheets = import.meta.glob<CheatSheet>('../../content/*/cheat-sheet.json', {
  eager: true,
  import: 'default',
})

export const cheatSheet = (lang: string) => wordsIn(cheatSheets, `content/${lang}/cheat-sheet.json`)

function wordsIn<T>(files: Readonly<Record<string, T>>, path: string): T {
  const words = files[`../../${path}`]
  if (words) return words
  throw new Error(`expected a file ${path}`)
}
