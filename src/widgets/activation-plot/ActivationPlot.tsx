import { Lab, type LabProps } from '../../player/Player.tsx'
import { activationPlotView } from './view.ts'

export default function ActivationPlot(props: LabProps) {
  return <Lab {...props} view={activationPlotView} />
}
