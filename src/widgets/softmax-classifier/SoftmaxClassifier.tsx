import { Lab, type LabProps } from '../../player/Player.tsx'
import { softmaxClassifierView } from './view.ts'

export default function SoftmaxClassifier(props: LabProps) {
  return <Lab {...props} view={softmaxClassifierView} />
}
