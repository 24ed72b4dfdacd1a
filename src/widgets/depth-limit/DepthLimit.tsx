import { Lab, type LabProps } from '../lab/Lab.tsx'
import { depthLimitView } from './view.ts'

export default function DepthLimit(props: LabProps) {
  return <Lab {...props} view={depthLimitView} />
}
