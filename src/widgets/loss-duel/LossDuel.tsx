import { Lab, type LabProps } from '../../player/Player.tsx'
import { lossDuelView } from './view.ts'

export default function LossDuel(props: LabProps) {
  return <Lab {...props} view={lossDuelView} />
}
