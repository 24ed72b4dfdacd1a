import { Lab, type LabProps } from '../lab/Lab.tsx'
import { openPoints } from '../lab/open-points.tsx'
import { phaseMapView } from './view.ts'

export default function PhaseMap(props: LabProps) {
  return <Lab {...props} view={phaseMapView} over={openPoints} />
}
