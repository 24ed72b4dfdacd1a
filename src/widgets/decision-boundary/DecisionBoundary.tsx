import { Lab, type LabProps } from '../lab/Lab.tsx'
import { decisionBoundaryView } from './view.ts'

export default function DecisionBoundary(props: LabProps) {
  return <Lab {...props} view={decisionBoundaryView} />
}
