/** A small picture of a widget, for the list of them: the first chart of its bare figure. */
import type { Chart } from '../charts/chart.ts'
import { experimentById } from '../experiments/registry.ts'
import { prepare } from '../widgets/lab/prepare.ts'
import type { AnyView } from '../widgets/lab/view.ts'

/** A view.ts exports its view and nothing else. */
const views = import.meta.glob<Record<string, AnyView>>('../widgets/*/view.ts', { eager: true })

/** A widget that is no experiment has a picture.ts in its place, which draws one. */
const pictures = import.meta.glob<(lang: string) => Promise<Chart | undefined>>(
  '../widgets/*/picture.ts',
  { eager: true, import: 'default' },
)

export async function pictureOf(id: string, lang: string): Promise<Chart | undefined> {
  const own = pictures[`../widgets/${id}/picture.ts`]
  if (own) return own(lang)
  const [view] = Object.values(views[`../widgets/${id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${id}" has no view.ts`)
  const { charts } = await prepare(await experimentById(id), view, { lang, mode: 'page' })
  return charts[0]
}
