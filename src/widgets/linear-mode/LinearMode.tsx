import { Lab, type LabProps } from '../../player/Player.tsx'
import { linearModeView } from './view.ts'

export default function LinearMode(props: LabProps) {
  return <Lab {...props} view={linearModeView} />
}
