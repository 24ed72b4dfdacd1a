import { Lab, type LabProps } from '../../player/Player.tsx'
import { depthLimitView } from './view.ts'

export default function DepthLimit(props: LabProps) {
  return <Lab {...props} view={depthLimitView} />
}
