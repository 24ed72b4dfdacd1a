import { Lab, type LabProps } from '../../player/Player.tsx'
import { softmaxMixerView } from './view.ts'

export default function SoftmaxMixer(props: LabProps) {
  return <Lab {...props} view={softmaxMixerView} />
}
