/** A small picture: the first chart of a figure, or of what a widget shows by itself. */
import type { Chart } from '../charts/chart.ts'
import { experimentById } from '../experiments/registry.ts'
import { figureByName } from '../widgets/lab/figures.ts'
import { prepare } from '../widgets/lab/prepare.ts'
import type { AnyView } from '../widgets/lab/view.ts'

/** A view.ts exports its view and nothing else. */
const views = import.meta.glob<Record<string, AnyView>>('../widgets/*/view.ts', { eager: true })

/** A widget that is no experiment has a picture.ts in its place, which draws one. */
const pictures = import.meta.glob<(lang: string) => Promise<Chart | undefined>>(
  '../widgets/*/picture.ts',
  { eager: true, import: 'default' },
)

export const pictureOfFigure = (figure: string, lang: string): Promise<Chart | undefined> =>
  pictureOf(figureByName(figure).experiment, lang, figure)

export async function pictureOf(
  id: string,
  lang: string,
  figure?: string,
): Promise<Chart | undefined> {
  const own = pictures[`../widgets/${id}/picture.ts`]
  if (own) return own(lang)
  const [view] = Object.values(views[`../widgets/${id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${id}" has no view.ts`)
  const { charts } = await prepare(await experimentById(id), view, {
    ...(figure && { figure }),
    lang,
    mode: 'page',
  })
  return charts[0]
}
