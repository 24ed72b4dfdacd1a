import { Lab, type LabProps } from '../../player/Player.tsx'
import { lossSlopeView } from './view.ts'

export default function LossSlope(props: LabProps) {
  return <Lab {...props} view={lossSlopeView} />
}
