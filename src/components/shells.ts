/** The figures' shells, one folder a widget: src/widgets/gradient-flow/GradientFlow.astro. */

import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import { languages } from '../build/words.ts'
import { routeParameter } from '../i18n/index.ts'

const files = import.meta.glob<AstroComponentFactory>('../widgets/*/*.astro', {
  eager: true,
  import: 'default',
})

/** Only a shell named as its folder is a widget; other files there are its parts. */
const widgets = Object.entries(files).flatMap(([path, shell]) => {
  const [id = '', file = ''] = path.split('/').slice(-2)
  return file === `${componentName(id)}.astro` ? [{ id, shell }] : []
})

export const widgetIds: readonly string[] = widgets.map(({ id }) => id)

/** By the name that a chapter uses: GradientFlow. */
export const shells: Readonly<Record<string, AstroComponentFactory>> = Object.fromEntries(
  widgets.map(({ id, shell }) => [componentName(id), shell]),
)

export function shellOf(id: string): AstroComponentFactory {
  const shell = shells[componentName(id)]
  if (shell) return shell
  throw new Error(`No shell for the widget "${id}": expected ${componentName(id)}.astro.`)
}

/** One page a widget and language. */
export function widgetRoutes() {
  return languages.flatMap((lang) =>
    widgetIds.map((id) => ({ params: { lang: routeParameter(lang), id } })),
  )
}

function componentName(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
