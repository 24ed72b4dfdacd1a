import { chainProduct } from '../../experiments/chain-product.ts'
import { Lab, type LabProps } from '../lab/Lab.tsx'
import { chainProductView } from './view.ts'

export default function ChainProduct(props: LabProps) {
  return <Lab {...props} experiment={chainProduct} view={chainProductView} />
}
