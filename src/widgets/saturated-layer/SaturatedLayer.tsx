import { Lab, type LabProps } from '../../player/Player.tsx'
import { saturatedLayerView } from './view.ts'

export default function SaturatedLayer(props: LabProps) {
  return <Lab {...props} view={saturatedLayerView} />
}
