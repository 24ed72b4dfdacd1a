import { Lab, type LabProps } from '../lab/Lab.tsx'
import { activationPlotView } from './view.ts'

export default function ActivationPlot(props: LabProps) {
  return <Lab {...props} view={activationPlotView} />
}
