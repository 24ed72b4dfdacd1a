/** A small picture: the first chart of a figure, or of what a widget shows by itself. */
import type { Chart } from '../../charts/model/chart.ts'
import { experimentById } from '../../experiment/registry.ts'
import type { AnyView } from '../../widgets/view.ts'
import { prepare } from '../build-figure.ts'
import { figureByName } from '../figures.ts'
import { diagnosisPicture } from './diagnosis-picture.ts'

/** A view.ts exports its view and nothing else. */
const views = import.meta.glob<Record<string, AnyView>>('../../widgets/*/view.ts', { eager: true })

export const pictureOfFigure = (figure: string, lang: string): Promise<Chart | undefined> =>
  pictureOf(figureByName(figure).experiment, lang, figure)

export async function pictureOf(
  id: string,
  lang: string,
  figure?: string,
): Promise<Chart | undefined> {
  if (id === 'diagnosis') return diagnosisPicture(lang)
  const [view] = Object.values(views[`../../widgets/${id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${id}" has no view.ts`)
  const { charts } = await prepare(await experimentById(id), view, {
    ...(figure && { figure }),
    lang,
    mode: 'page',
  })
  return charts[0]
}
