import type { Chart } from '../../charts/model/chart.ts'
import type { Messages } from '../../widgets/diagnosis/say.ts'
import { layerChart } from '../../widgets/shared/log-charts.ts'
import { logOfFigure, sampleFigure } from '../diagnosis-sample.ts'
import { widgetWords } from '../words.ts'

/** For the list of widgets: the sample's first chart. */
export async function diagnosisPicture(lang: string): Promise<Chart> {
  const { words } = widgetWords<Messages>(lang, 'diagnosis')
  return layerChart(await logOfFigure(sampleFigure, words), 'gradientNorm', words)
}
