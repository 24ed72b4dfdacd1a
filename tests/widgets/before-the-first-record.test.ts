/** Between a reader's change and the first record of the new run, each view shows charts without data. */

import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import numbers from '../../content/en/numbers.json'
import { widgetWords } from '../../src/build/words.ts'
import { shapes } from '../../src/charts/layout/frame.ts'
import { StaticChart } from '../../src/charts/svg/StaticChart.tsx'
import { defaults } from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { showRuns } from '../../src/widgets/view.ts'
import { loadView } from '../../src/widgets/views.ts'

test.each(await allExperiments())('$id', async (experiment) => {
  const view = await loadView(experiment.id)
  const words = {
    messages: widgetWords('en', experiment.id).words,
    parameters: {},
    options: {},
    numbers,
  }
  const config = defaults(experiment.parameters)
  const shown = defaults(view.parameters)
  const runs = showRuns([{ config, records: [], band: [] }], view, words)
  expect(view.summary(runs, shown, words)).not.toMatch(/NaN|undefined/)
  for (const chart of view.charts(runs, shown, words)) {
    for (const shape of shapes) {
      const svg = renderToStaticMarkup(h(StaticChart, { chart, shape }))
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  }
})
