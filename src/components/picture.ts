/** A small picture of a widget, for the list of them: the first chart of its bare figure. */
import type { Chart } from '../charts/chart.ts'
import { experimentById } from '../experiments/registry.ts'
import { prepare } from '../widgets/lab/prepare.ts'
import type { AnyView } from '../widgets/lab/view.ts'

/** A view.ts exports its view and nothing else. */
const files = import.meta.glob<Record<string, AnyView>>('../widgets/*/view.ts', { eager: true })

export async function pictureOf(id: string, lang: string): Promise<Chart | undefined> {
  const [view] = Object.values(files[`../widgets/${id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${id}" has no view.ts`)
  const { charts } = await prepare(await experimentById(id), view, { lang, mode: 'page' })
  return charts[0]
}
