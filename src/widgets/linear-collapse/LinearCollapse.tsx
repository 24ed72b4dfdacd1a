import { Lab, type LabProps } from '../../player/Player.tsx'
import { linearCollapseView } from './view.ts'

export default function LinearCollapse(props: LabProps) {
  return <Lab {...props} view={linearCollapseView} />
}
