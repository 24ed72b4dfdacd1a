import { Lab, type LabProps } from '../lab/Lab.tsx'
import { signalPropagationView } from './view.ts'

export default function SignalPropagation(props: LabProps) {
  return <Lab {...props} view={signalPropagationView} />
}
