/** The book's widgets: one an experiment, and the diagnosis, which reads a log in place of running something. */
import { experimentIds } from '../experiment/registry.ts'
import { routeParameter } from '../i18n/index.ts'
import { languages } from './words.ts'

export const widgetIds: readonly string[] = [...experimentIds, 'diagnosis'].sort()

/** One page a widget and language. */
export function widgetRoutes() {
  return languages.flatMap((lang) =>
    widgetIds.map((id) => ({ params: { lang: routeParameter(lang), id } })),
  )
}
