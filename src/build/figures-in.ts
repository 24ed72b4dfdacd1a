import type { Chapter } from './chapters.ts'
import { tagsIn } from './mdx.ts'

/** The figures that a chapter's source shows, in order; other components only point to one. */
export function figuresIn(source: string): string[] {
  const figures = tagsIn(source).filter(({ component }) => component === 'Figure')
  return [...new Set(figures.flatMap(({ attributes }) => attributes.get('name') ?? []))]
}

export interface FigurePlace {
  /** Without language prefix: `/softmax/#figure-other-classes`. */
  readonly path: string
  /** `4.5`: the chapter's number, then the figure's. */
  readonly number: string
}

/** Where each figure of some chapters stands, by its name. */
export function figurePlaces(all: readonly Chapter[]): ReadonlyMap<string, FigurePlace> {
  const places = all.flatMap(({ slug, entry }) =>
    figuresIn(entry.body ?? '').map((name, i) => {
      const place = { path: `/${slug}/#figure-${name}`, number: `${entry.data.order}.${i + 1}` }
      return [name, place] as const
    }),
  )
  return new Map(places)
}
