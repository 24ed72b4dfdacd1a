import { Lab, type LabProps } from '../../player/Player.tsx'
import { skipConnectionsView } from './view.ts'

export default function SkipConnections(props: LabProps) {
  return <Lab {...props} view={skipConnectionsView} />
}
