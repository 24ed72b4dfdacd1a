import { Lab, type LabProps } from '../lab/Lab.tsx'
import { linearModeView } from './view.ts'

export default function LinearMode(props: LabProps) {
  return <Lab {...props} view={linearModeView} />
}
