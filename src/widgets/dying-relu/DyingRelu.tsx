import { Lab, type LabProps } from '../../player/Player.tsx'
import { dyingReluView } from './view.ts'

export default function DyingRelu(props: LabProps) {
  return <Lab {...props} view={dyingReluView} />
}
