import { Lab, type LabProps } from '../lab/Lab.tsx'
import { chainProductView } from './view.ts'

export default function ChainProduct(props: LabProps) {
  return <Lab {...props} view={chainProductView} />
}
