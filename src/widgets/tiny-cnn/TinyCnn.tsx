import { Lab, type LabProps } from '../../player/Player.tsx'
import { tinyCnnView } from './view.ts'

export default function TinyCnn(props: LabProps) {
  return <Lab {...props} view={tinyCnnView} />
}
