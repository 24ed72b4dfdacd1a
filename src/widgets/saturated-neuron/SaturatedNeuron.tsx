import { Lab, type LabProps } from '../../player/Player.tsx'
import { saturatedNeuronView } from './view.ts'

export default function SaturatedNeuron(props: LabProps) {
  return <Lab {...props} view={saturatedNeuronView} />
}
