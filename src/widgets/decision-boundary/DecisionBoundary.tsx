import { Lab, type LabProps } from '../../player/Player.tsx'
import { decisionBoundaryView } from './view.ts'

export default function DecisionBoundary(props: LabProps) {
  return <Lab {...props} view={decisionBoundaryView} />
}
