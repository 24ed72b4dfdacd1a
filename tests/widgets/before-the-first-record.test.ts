/** Between a reader's change and the first record of the new run, each view shows charts without data. */

import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { widgetWords } from '../../src/build/words.ts'
import { shapes } from '../../src/charts/layout/frame.ts'
import { StaticChart } from '../../src/charts/svg/StaticChart.tsx'
import { defaults } from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { schemaOf } from '../../src/player/settings.ts'
import { type AnyView, showRuns } from '../../src/widgets/view.ts'

/** A view.ts exports its view and nothing else. */
const views = import.meta.glob<Record<string, AnyView>>('../../src/widgets/*/view.ts', {
  eager: true,
})

test.each(await allExperiments())('$id', (experiment) => {
  const [view] = Object.values(views[`../../src/widgets/${experiment.id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${experiment.id}" has no view`)
  const words = { messages: widgetWords('en', experiment.id).words, parameters: {}, options: {} }
  const config = defaults(schemaOf(experiment, view))
  const runs = showRuns([{ config, records: [], band: [] }], view, words)
  expect(view.summary(runs, config, words)).not.toMatch(/NaN|undefined/)
  for (const chart of view.charts(runs, config, words)) {
    for (const shape of shapes) {
      const svg = renderToStaticMarkup(h(StaticChart, { chart, shape }))
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  }
})
