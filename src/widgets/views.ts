/** The view of each experiment, by the experiment's id. Its code is loaded when it is asked for. */
import type { AnyView } from './view.ts'

const views = import.meta.glob<AnyView>('./*/view.ts', { import: 'view' })

export async function loadView(id: string): Promise<AnyView> {
  const load = views[`./${id}/view.ts`]
  if (load) return load()
  throw new Error(`the widget "${id}" has no view: expected src/widgets/${id}/view.ts`)
}
