import { Lab, type LabProps } from '../lab/Lab.tsx'
import { pretrainingView } from './view.ts'

export default function Pretraining(props: LabProps) {
  return <Lab {...props} view={pretrainingView} />
}
