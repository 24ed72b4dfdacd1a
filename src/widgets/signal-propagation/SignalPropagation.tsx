import { Lab, type LabProps } from '../../player/Player.tsx'
import { signalPropagationView } from './view.ts'

export default function SignalPropagation(props: LabProps) {
  return <Lab {...props} view={signalPropagationView} />
}
