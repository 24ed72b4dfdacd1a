import { Lab, type LabProps } from '../../player/Player.tsx'
import { chainProductView } from './view.ts'

export default function ChainProduct(props: LabProps) {
  return <Lab {...props} view={chainProductView} />
}
