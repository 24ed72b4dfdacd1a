import { Lab, type LabProps } from '../lab/Lab.tsx'
import { tinyCnnView } from './view.ts'

export default function TinyCnn(props: LabProps) {
  return <Lab {...props} view={tinyCnnView} />
}
