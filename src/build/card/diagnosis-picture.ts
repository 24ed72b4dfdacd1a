import type { Chart } from '../../charts/model/chart.ts'
import { widgetWords } from '../../i18n/words.ts'
import { layerChart } from '../../widgets/shared/log-charts.ts'
import { logOfFigure, sampleFigure } from '../diagnosis-sample.ts'

/** For the list of widgets: the sample's first chart. */
export async function diagnosisPicture(lang: string): Promise<Chart> {
  const { words } = widgetWords(lang, 'diagnosis')
  return layerChart(await logOfFigure(sampleFigure, words), 'gradientNorm', words)
}
