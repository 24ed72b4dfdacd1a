import { Lab, type LabProps } from '../../player/Player.tsx'
import { activationRaceView } from './view.ts'

export default function ActivationRace(props: LabProps) {
  return <Lab {...props} view={activationRaceView} />
}
