import { Lab, type LabProps } from '../../player/Player.tsx'
import { linearPiecesView } from './view.ts'

export default function LinearPieces(props: LabProps) {
  return <Lab {...props} view={linearPiecesView} />
}
