/** The shapes of the files in content/<language>/. What checks them against these is src/schemas. */
import type { NumberWords } from '../charts/model/format.ts'

/** What a widget says: texts, some of them grouped. */
export interface Messages {
  readonly [key: string]: string | Messages
}

export interface ParameterWords {
  readonly label: string
  /** Where it names a run, if the label is long. */
  readonly short?: string
  readonly about: string
}

/** How a language says a range of numbers. */
export interface DomainWords {
  /** `{min} to {max}` */
  readonly range: string
  /** `{least} to {most} numbers, each {range}` */
  readonly list: string
}

/** numbers.json: sizes, shares and ranges. */
export interface NumberTexts extends NumberWords, DomainWords {}

/** widgets/<id>.json. Parameters and options stand here unless strings.json has them for all widgets. */
export interface WidgetWords<M extends Messages = Messages> {
  readonly title: string
  readonly about: string
  /** What the widget's view says. */
  readonly words: M
  readonly parameters: Readonly<Record<string, ParameterWords>>
  readonly options: Readonly<Record<string, string>>
}

/** figures/<name>.json. The caption may hold {run.measure} and {run.measure.median}. */
export interface FigureWords {
  readonly title: string
  readonly caption: string
}

/** claims.json, by the claim's id: what the source says, paraphrased, and the verdict's reason in a line. */
export type ClaimWords = Readonly<
  Record<string, { readonly says: string; readonly because: string }>
>

/** glossary.json is a list of these, in alphabetical order. */
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

/** cheat-sheet.json: what to take for which job, and the figures that show why. */
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
