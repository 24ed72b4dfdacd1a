import { Lab, type LabProps } from '../lab/Lab.tsx'
import { linearPiecesView } from './view.ts'

export default function LinearPieces(props: LabProps) {
  return <Lab {...props} view={linearPiecesView} />
}
