import { Lab, type LabProps } from '../lab/Lab.tsx'
import { bornDeadView } from './view.ts'

export default function BornDead(props: LabProps) {
  return <Lab {...props} view={bornDeadView} />
}
