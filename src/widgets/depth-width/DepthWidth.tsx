import { Lab, type LabProps } from '../../player/Player.tsx'
import { depthWidthView } from './view.ts'

export default function DepthWidth(props: LabProps) {
  return <Lab {...props} view={depthWidthView} />
}
