/** A small picture: the first chart of a figure, or of what a widget shows by itself. */
import type { Chart } from '../../charts/model/chart.ts'
import { experimentById } from '../../experiment/registry.ts'
import { loadView } from '../../widgets/views.ts'
import { buildFigure } from '../build-figure.ts'
import { figureByName } from '../figures.ts'
import { diagnosisPicture } from './diagnosis-picture.ts'

export const pictureOfFigure = (figure: string, lang: string): Promise<Chart | undefined> =>
  pictureOf(figureByName(figure).experiment, lang, figure)

export async function pictureOf(
  id: string,
  lang: string,
  figure?: string,
): Promise<Chart | undefined> {
  if (id === 'diagnosis') return diagnosisPicture(lang)
  const { charts } = await buildFigure(await experimentById(id), await loadView(id), {
    ...(figure && { figure }),
    lang,
    mode: 'page',
  })
  return charts[0]
}
