import { Lab, type LabProps } from '../../player/Player.tsx'
import { optimizerRaceView } from './view.ts'

export default function OptimizerRace(props: LabProps) {
  return <Lab {...props} view={optimizerRaceView} />
}
