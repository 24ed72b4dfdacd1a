import { Lab, type LabProps } from '../../player/Player.tsx'
import { gradientFlowView } from './view.ts'

export default function GradientFlow(props: LabProps) {
  return <Lab {...props} view={gradientFlowView} />
}
