import { Lab, type LabProps } from '../lab/Lab.tsx'
import { gradientFlowView } from './view.ts'

export default function GradientFlow(props: LabProps) {
  return <Lab {...props} view={gradientFlowView} />
}
