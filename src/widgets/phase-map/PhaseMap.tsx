import { openPoints } from '../../player/open-points.tsx'
import { Lab, type LabProps } from '../../player/Player.tsx'
import { phaseMapView } from './view.ts'

export default function PhaseMap(props: LabProps) {
  return <Lab {...props} view={phaseMapView} over={openPoints} />
}
