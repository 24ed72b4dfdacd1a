import { Lab, type LabProps } from '../../player/Player.tsx'
import { learningRateScanView } from './view.ts'

export default function LearningRateScan(props: LabProps) {
  return <Lab {...props} view={learningRateScanView} />
}
