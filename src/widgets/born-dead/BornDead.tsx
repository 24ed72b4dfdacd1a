import { Lab, type LabProps } from '../../player/Player.tsx'
import { bornDeadView } from './view.ts'

export default function BornDead(props: LabProps) {
  return <Lab {...props} view={bornDeadView} />
}
