import { Lab, type LabProps } from '../lab/Lab.tsx'
import { linearCollapseView } from './view.ts'

export default function LinearCollapse(props: LabProps) {
  return <Lab {...props} view={linearCollapseView} />
}
