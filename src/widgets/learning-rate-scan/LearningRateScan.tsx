import { Lab, type LabProps } from '../lab/Lab.tsx'
import { learningRateScanView } from './view.ts'

export default function LearningRateScan(props: LabProps) {
  return <Lab {...props} view={learningRateScanView} />
}
