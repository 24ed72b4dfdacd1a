import { Lab, type LabProps } from '../lab/Lab.tsx'
import { skipConnectionsView } from './view.ts'

export default function SkipConnections(props: LabProps) {
  return <Lab {...props} view={skipConnectionsView} />
}
