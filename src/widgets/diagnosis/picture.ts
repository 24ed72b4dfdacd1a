import type { Chart } from '../../charts/chart.ts'
import { widgetWords } from '../../i18n/words.ts'
import { layerChart } from '../lab/log-charts.ts'
import { logOfFigure, sampleFigure } from './sample.ts'

/** For the list of widgets: the sample's first chart. */
export default async function picture(lang: string): Promise<Chart> {
  const { words } = widgetWords(lang, 'diagnosis')
  return layerChart(await logOfFigure(sampleFigure, words), 'gradientNorm', words)
}
