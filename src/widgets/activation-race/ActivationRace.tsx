import { Lab, type LabProps } from '../lab/Lab.tsx'
import { activationRaceView } from './view.ts'

export default function ActivationRace(props: LabProps) {
  return <Lab {...props} view={activationRaceView} />
}
