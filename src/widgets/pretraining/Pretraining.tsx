import { Lab, type LabProps } from '../../player/Player.tsx'
import { pretrainingView } from './view.ts'

export default function Pretraining(props: LabProps) {
  return <Lab {...props} view={pretrainingView} />
}
