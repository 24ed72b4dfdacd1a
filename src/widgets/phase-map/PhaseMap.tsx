import { Lab, type LabProps } from '../lab/Lab.tsx'
import { phaseMapView } from './view.ts'

export default function PhaseMap(props: LabProps) {
  return <Lab {...props} view={phaseMapView} />
}
