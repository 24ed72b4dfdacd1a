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

function wordsIn<T>(files: Readonly<Record<string, T>>, path: string): T {
  const words = files[`../../${path}`]
  if (words) return words
  throw new Error(`expected a file ${path}`)
}
