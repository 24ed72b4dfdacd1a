import { Lab, type LabProps } from '../../player/Player.tsx'
import { practiceRunView } from './view.ts'

export default function PracticeRun(props: LabProps) {
  return <Lab {...props} view={practiceRunView} />
}
