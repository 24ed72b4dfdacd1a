import { Lab, type LabProps } from '../lab/Lab.tsx'
import { lossDuelView } from './view.ts'

export default function LossDuel(props: LabProps) {
  return <Lab {...props} view={lossDuelView} />
}
